import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way to a server, which a test can cut, clog and mend. */
export type SeverableWay = {
  /** The server's URL, by this way. */
  url: string;
  /** Connections break, and new ones are refused. */
  cut(): void;
  /** Connections stay, and nothing comes through them. */
  clog(): void;
  mend(): void;
};

type Link = { near: Socket; far: Socket };

/** A TCP proxy in front of a server, until `atEnd`. @param target a URL with a port */
export async function aSeverableWay(target: string, atEnd: (end: () => void) => void): Promise<SeverableWay> {
  const to = new URL(target);
  const links = new Set<Link>();
  let state: 'open' | 'cut' | 'clogged' = 'open';
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(to.port), to.hostname);
    far.on('error', () => undefined);
    const link = { near, far };
    links.add(link);
    const end = () => {
      links.delete(link);
      near.destroy();
      far.destroy();
    };
    near.on('close', end);
    far.on('close', end);
    near.pipe(far);
    far.pipe(near);
    if (state === 'clogged') clog(link);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => {
    for (const { near } of links) near.destroy();
  };
  atEnd(() => {
    drop();
    server.close();
  });
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut() {
      state = 'cut';
      drop();
    },
    clog() {
      state = 'clogged';
      for (const link of links) clog(link);
    },
    mend() {
      // What was clogged has lost its peer long ago, as after a cable was pulled.
      if (state === 'clogged') drop();
      state = 'open';
    },
  };
}

function clog({ near, far }: Link): void {
  near.unpipe(far);
  far.unpipe(near);
  near.pause();
  far.pause();
}
