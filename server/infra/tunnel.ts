import { ConfigError } from './config.ts';

/** A public address that leads to this machine, until it is closed. */
export type Tunnel = { url: string; close(): Promise<void> };

/** What @ngrok/ngrok does of what we need; handed in by tests, which have no way out. */
export type Ngrok = {
  forward(config: {
    addr: string;
    authtoken: string;
  }): Promise<{ url(): string | null; close(): Promise<void> }>;
};

/** A refusal that takes longer isn't waited for. */
const OPENING_MS = 30_000;

/**
 * Opens a tunnel to `port` of this machine through ngrok.
 * @throws ConfigError with ngrok's own reason, which names the account's limit or the wrong token
 */
export async function openTunnel(port: number, authtoken: string, ngrok?: Ngrok): Promise<Tunnel> {
  // Loaded only here: without a tunnel, its native library isn't needed.
  const { forward } = ngrok ?? (await import('@ngrok/ngrok')).default;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`ngrok did not answer within ${OPENING_MS / 1_000} s`)),
      OPENING_MS,
    );
  });
  try {
    const listener = await Promise.race([forward({ addr: `127.0.0.1:${port}`, authtoken }), tooLong]);
    const url = listener.url();
    if (url === null) throw new Error('ngrok named no address');
    return { url, close: () => listener.close() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const [firstLine = ''] = reason.replaceAll(authtoken, '••••').split('\n');
    throw new ConfigError(
      `The tunnel of NGROK_AUTHTOKEN could not be opened: ${firstLine.replace(/\.$/, '').slice(0, 300)}.`,
    );
  } finally {
    clearTimeout(timer);
  }
}
