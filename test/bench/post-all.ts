import { Pool } from 'undici';

/** What a load of requests came to. */
export type Load = { perSecond: number; latenciesMs: number[] };

/**
 * Posts forms over `connections` connections, each one request at a time, until `count` are answered.
 * @throws where one is answered with anything but 200
 */
export async function postAll(
  url: string,
  path: string,
  { count, connections }: { count: number; connections: number },
  body: (index: number) => Record<string, string>,
): Promise<Load> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const latenciesMs: number[] = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const sent = new URLSearchParams(body(next++)).toString();
      const began = performance.now();
      const { statusCode, body: answer } = await pool.request({
        method: 'POST',
        path,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: sent,
      });
      await answer.text();
      latenciesMs.push(performance.now() - began);
      if (statusCode !== 200) throw new Error(`${url}${path} answered ${statusCode}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  return { perSecond: count / seconds, latenciesMs };
}

/** The answer webhook of a new call of a new caller, in VobizXML. */
export const aNewCall = (round: number, index: number) => ({
  CallUUID: `${round}-${index}`,
  From: `+9198${String(round).padStart(3, '0')}${String(index).padStart(5, '0')}`,
  To: '+917971543252',
  Direction: 'inbound',
  CallStatus: 'ringing',
  Event: 'StartApp',
});
