import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** S3-compatible storage with one bucket, as far as recordings need it; what isn't signed with its key gets 403. */
export class FakeS3 {
  readonly objects = new Map<string, { content: Buffer; contentType: string | undefined }>();
  readonly requests: { method: string; path: string }[] = [];
  readonly #server = createServer((request, response) => void this.#take(request, response));

  static async start(): Promise<FakeS3> {
    const s3 = new FakeS3();
    s3.#server.listen(0, '127.0.0.1');
    await once(s3.#server, 'listening');
    return s3;
  }

  /** For RECORDINGS_S3_URL. */
  get url(): string {
    return `http://fake-key:fake%2Fsecret@127.0.0.1:${(this.#server.address() as AddressInfo).port}/sounds/kaivox?region=ap-south-1`;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const content = await buffer(request);
    const path = (request.url ?? '').split('?')[0] ?? '';
    this.requests.push({ method: request.method ?? '', path });
    if (!SIGNED.test(request.headers.authorization ?? ''))
      return void response.writeHead(403).end(error('AccessDenied'));
    if (request.method === 'PUT') {
      this.objects.set(path, { content, contentType: request.headers['content-type'] });
      return void response.writeHead(200, { etag: '"1"' }).end();
    }
    if (request.method === 'DELETE') {
      this.objects.delete(path);
      return void response.writeHead(204).end();
    }
    const found = this.objects.get(path);
    if (!found)
      return void response.writeHead(404, { 'content-type': 'application/xml' }).end(error('NoSuchKey'));
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const piece = found.content.subarray(Number(first ?? 0), Number(last ?? found.content.length - 1) + 1);
    response.writeHead(first === undefined ? 200 : 206, { 'content-length': piece.length }).end(piece);
  }
}

const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=fake-key\/\d{8}\/ap-south-1\/s3\/aws4_request, SignedHeaders=[^,]+, Signature=[0-9a-f]{64}$/;
const error = (code: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`;
