import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { aCallTo, response, scriptedServer } from '../../phone/scripted-server.ts';
import { mulawOf, wavOf } from '../../phone/stream/wav.ts';
import { callUnattended } from '../../phone/unattended.ts';
import { Ear } from './a-stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'phone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GREETING = 0x20;
const ANSWER = 0x30;
const SAID = Buffer.alloc(800, 0x11);

/** Greets, answers each time the caller has spoken, and hands over after so many answers. */
function converse(socket: WebSocket, answers: number): void {
  const ear = new Ear(socket);
  let [wasSpeaking, given] = [false, 0];
  void ear.until('start').then(() => ear.play(100, GREETING));
  socket.on('message', (frame) => {
    const { event, media } = JSON.parse(String(frame));
    if (event !== 'media') return;
    const isSpeaking = Buffer.from(media.payload, 'base64').includes(0x11);
    if (wasSpeaking && !isSpeaking) {
      given += 1;
      if (given > answers) ear.send({ event: 'stop' });
      else ear.play(60, ANSWER);
    }
    wasSpeaking = isSpeaking;
  });
}

const aTalker = (answers: number) =>
  scriptedServer(
    ({ url, fields }, address) => {
      if (url.includes('/hangup')) return { body: '' };
      if (url.includes('/answer'))
        return response(
          `<Stream bidirectional="true" keepCallAlive="true">${address.replace('http', 'ws')}/stream</Stream>
          <Redirect>${address}/api/vobiz/pragati/input?next=1</Redirect>`,
        );
      const words = fields.Speech ? `You said ${fields.Speech}.` : 'A form now.';
      return response(`<Gather action="${address}/api/vobiz/pragati/input"><Speak>${words}</Speak></Gather>`);
    },
    (socket) => converse(socket, answers),
  );

const count = (heard: Buffer, byte: number) => heard.filter((each) => each === byte).length;

test('an unattended caller says sound after sound, hears each answer, and hangs up', async () => {
  await using server = await aTalker(9);
  const phone = aCallTo(server, { dialect: 'vobizxml', stream: { paceMs: 3 } });

  const left = await callUnattended(phone, { lines: [], sounds: [SAID, SAID] });

  expect(left).toEqual({ lines: [], sounds: [] });
  const heard = phone.line?.heard ?? Buffer.alloc(0);
  expect([count(heard, GREETING), count(heard, ANSWER)]).toEqual([800, 2 * 480]);
  expect(phone.problems).toEqual([]);
  expect(server.received.at(-1)?.fields).toMatchObject({ Event: 'Hangup', HangupSource: 'Caller' });
});

test('an unattended caller goes on by words where the stream hands over, and tells which sounds were too many', async () => {
  await using server = await aTalker(0);
  const phone = aCallTo(server, { dialect: 'vobizxml', stream: { paceMs: 3 } });

  const left = await callUnattended(phone, { lines: ['Hello'], sounds: [SAID, SAID, SAID] });

  expect(left.sounds.length).toBeGreaterThanOrEqual(1);
  expect(phone.exchanges.flatMap(({ spoken }) => spoken)).toEqual(['A form now.', 'You said Hello.']);
});

test('npm run phone plays files, and writes what was heard to one', async () => {
  await using server = await aTalker(0);
  const [said, heard] = [join(folder, 'said.wav'), join(folder, 'heard.wav')];
  writeFileSync(said, wavOf(SAID));
  const main = new URL('../../phone/main.ts', import.meta.url).pathname;
  const words = ['--tenant', 'pragati', '--dialect', 'vobizxml', '--server', server.url];
  const phone = spawn(process.execPath, [
    '--import',
    'tsx',
    main,
    ...words,
    '--stream',
    '--play',
    said,
    '--listen',
    heard,
  ]);
  const exit = new Promise((resolve) => phone.once('close', resolve));

  const [stderr, code] = await Promise.all([text(phone.stderr), exit]);

  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(count(mulawOf(readFileSync(heard)), GREETING)).toBe(800);
});

test.each([
  ['isn’t there', 'nothing.wav', undefined, /nothing\.wav can't be read\.\n$/],
  ['is no sound', 'words.wav', 'Hello', /words\.wav is no wav\.\n$/],
])('a file that %s is told of in a sentence', async (_, name, content, sentence) => {
  const file = join(folder, name);
  if (content) writeFileSync(file, content);
  const main = new URL('../../phone/main.ts', import.meta.url).pathname;
  const phone = spawn(process.execPath, [
    '--import',
    'tsx',
    main,
    '--tenant',
    'pragati',
    '--stream',
    '--play',
    file,
  ]);
  const exit = new Promise((resolve) => phone.once('close', resolve));
  expect(await text(phone.stderr)).toMatch(sentence);
  expect(await exit).toBe(1);
});
