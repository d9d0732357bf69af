import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a PostgreSQL has done for its clients. */
type Done = { statements: number; transactions: number };

/** Between clients and a PostgreSQL: counts what it answers. */
export type CountingPostgres = { url: string; done(): Done; stop(): Promise<void> };

/** Passes everything on to the PostgreSQL at `databaseUrl`, and counts; for connections without TLS. */
export async function countingPostgres(databaseUrl: string): Promise<CountingPostgres> {
  const { hostname, port } = new URL(databaseUrl);
  const total: Done = { statements: 0, transactions: 0 };
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host: hostname, port: Number(port || 5432), noDelay: true });
    const answers = new Answers(total);
    client.on('data', (chunk) => void upstream.write(chunk));
    upstream.on('data', (chunk) => {
      client.write(chunk);
      answers.take(chunk);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    done: () => ({ ...total }),
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const COMMAND_COMPLETE = 'C'.charCodeAt(0);
const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const IDLE = 'I'.charCodeAt(0);
/** A message's type and its length, which counts itself (postgresql.org, "Message Formats"). */
const HEADER = 5;

/** Reads one connection's answers: each statement is complete once, BEGIN and COMMIT too; a transaction has ended
 * when the connection is idle again after statements, whether the client wrote BEGIN or not. */
class Answers {
  #rest = Buffer.alloc(0);
  #statements = 0;

  constructor(private readonly total: Done) {}

  take(chunk: Buffer): void {
    let rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (rest.length >= HEADER) {
      const length = 1 + rest.readInt32BE(1);
      if (rest.length < length) break;
      this.#message(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
    this.#rest = Buffer.from(rest);
  }

  #message(message: Buffer): void {
    if (message[0] === COMMAND_COMPLETE) {
      this.#statements += 1;
      this.total.statements += 1;
    } else if (message[0] === READY_FOR_QUERY && message[HEADER] === IDLE) {
      if (this.#statements > 0) this.total.transactions += 1;
      this.#statements = 0;
    }
  }
}
