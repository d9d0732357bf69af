import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import express from 'express';
import pg from 'pg';
import { Pool } from 'undici';

// The least that a turn could cost: Express, the caller's line, the history, the model's stream and the reply's line,
// each with the one statement that it takes, and no other turn to share the call with.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query(`create table if not exists baseline_lines (
  call_id text, number bigint generated always as identity, speaker text not null, text text not null,
  at timestamptz not null default now(), primary key (call_id, number))`);
const INSERT = 'insert into baseline_lines (call_id, speaker, text) values ($1, $2, $3)';
const HISTORY = 'select speaker, text from baseline_lines where call_id = $1 order by number';

const baseUrl = new URL(process.env.OPENAI_BASE_URL ?? '');
const openai = new Pool(baseUrl.origin, { connections: 64, pipelining: 1 });
const headers = { 'content-type': 'application/json', authorization: 'Bearer bench' };
const system = {
  role: 'system',
  content: "You are the telephone receptionist of Pragati Women's Hospital.",
};

const app = express();
app.post('/api/vobiz/pragati/input', express.urlencoded({ extended: false }), async (request, response) => {
  const { CallUUID, Speech } = request.body as Record<string, string>;
  await pool.query(INSERT, [CallUUID, 'CALLER', Speech]);
  const { rows } = await pool.query<{ speaker: string; text: string }>(HISTORY, [CallUUID]);
  const reply = await replyTo(rows);
  await pool.query(INSERT, [CallUUID, 'AGENT', reply]);
  response
    .type('application/xml')
    .send(
      `<?xml version="1.0" encoding="UTF-8"?><Response><Gather><Speak>${reply}</Speak></Gather></Response>`,
    );
});

async function replyTo(lines: { speaker: string; text: string }[]): Promise<string> {
  const history = lines.map(({ speaker, text }) => ({
    role: speaker === 'AGENT' ? 'assistant' : 'user',
    content: text,
  }));
  const { body } = await openai.request({
    method: 'POST',
    path: `${baseUrl.pathname}/chat/completions`,
    headers,
    body: JSON.stringify({ model: 'gpt-4o', stream: true, messages: [system, ...history] }),
  });
  let reply = '';
  for await (const line of createInterface({ input: Readable.from(body) })) {
    if (!line.startsWith('data: {')) continue;
    reply += JSON.parse(line.slice('data: '.length)).choices[0]?.delta.content ?? '';
  }
  return reply;
}

const server = createServer(app).listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
