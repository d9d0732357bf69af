import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import OpenAI from 'openai';

// What most handlers do: wait for the whole completion, then speak it.
const openai = new OpenAI({ apiKey: 'bench', baseURL: process.env.OPENAI_BASE_URL });

const app = express();
app.post('/input', express.urlencoded({ extended: false }), async (request, response) => {
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: String(request.body.Speech) }],
  });
  const words = completion.choices[0]?.message.content ?? '';
  response.type('application/xml').send(`<Response><Speak>${words}</Speak></Response>`);
});
const server = createServer(app).listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
