import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pg from 'pg';
import { FIND_OR_OPEN } from '../../server/calls/call.store.ts';

// The least that answering could cost: Express, the same statements through `pg` itself, and a constant.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const { rows } = await pool.query<{ id: string }>(`select id from tenants where slug = 'pragati'`);
const tenantId = rows[0]?.id;
const greeting = "Hello! Welcome to Pragati Women's Hospital. How can I help you today?";
const document = `<?xml version="1.0" encoding="UTF-8"?><Response><Speak>${greeting}</Speak></Response>`;

const app = express();
app.post('/api/vobiz/pragati/answer', express.urlencoded({ extended: false }), async (request, response) => {
  const { CallUUID, From, To } = request.body as Record<string, string>;
  const client = await pool.connect();
  await client.query('begin');
  await client.query(
    `select set_config('role', $1, true), set_config('app.tenant_id', $2, true), set_config('app.platform', $3, true),
            pg_advisory_xact_lock(hashtextextended($4, 0))`,
    ['kaivox_app', tenantId, 'off', `${tenantId} ${CallUUID}`],
  );
  await client.query(FIND_OR_OPEN.sql, [
    tenantId,
    CallUUID,
    'INBOUND',
    From,
    null,
    To,
    1,
    new Date(),
    greeting,
    From,
  ]);
  await client.query('commit');
  client.release();
  response.type('application/xml').send(document);
});
const server = createServer(app).listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
