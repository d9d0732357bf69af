import { useEffect, useState } from 'react';
import { useSession } from '../../../app/session.tsx';

/**
 * Where the page can play a recording from. A browser's cookie goes along by itself, from whatever address the console
 * was opened at; the desktop app's token doesn't, so there the sound is fetched first.
 */
export function useSound(url: string) {
  const { connection } = useSession();
  const address = `${connection.serverUrl ?? ''}${new URL(url).pathname}`;
  const token = connection.token();
  const [fetched, setFetched] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (token === undefined) return undefined;
    const leaving = new AbortController();
    let made: string | undefined;
    void fetch(address, { headers: { authorization: `Bearer ${token}` }, signal: leaving.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`The recording was answered with ${answer.status}`);
        made = URL.createObjectURL(await answer.blob());
        setFetched(made);
      })
      .catch(() => leaving.signal.aborted || setFailed(true));
    return () => {
      leaving.abort();
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [address, token]);
  return { src: token === undefined ? address : fetched, hasFailed, fail: () => setFailed(true) };
}
