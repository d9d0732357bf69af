import { expect, test } from 'vitest';
import { isLoopback, mediaHostCheck, readSource } from '../../../server/recordings/media-host.ts';

const check = mediaHostCheck([
  'media.vobiz.ai',
  'kept.example:8443',
  '127.0.0.1:9000',
  '[::1]:9000',
  'localhost',
]);

test.each([
  'https://media.vobiz.ai/1.mp3?x=1',
  'https://MEDIA.vobiz.ai:443/1.mp3',
  'https://kept.example:8443/1.mp3',
  'http://127.0.0.1:9000/1.mp3',
  'http://2130706433:9000/1.mp3',
  'https://127.0.0.1:9000/1.mp3',
  'http://[::1]:9000/1.mp3',
  'http://localhost/1.mp3',
])('%s is a media host’s', (url) => {
  expect(readSource(url, check)).toEqual({ url: new URL(url) });
});

test.each([
  'http://media.vobiz.ai/1.mp3',
  'http://media.vobiz.ai:443/1.mp3',
  'https://media.vobiz.ai:8443/1.mp3',
  'https://kept.example/1.mp3',
  'https://media.vobiz.ai.evil.example/1.mp3',
  'https://evil.example/media.vobiz.ai',
  'https://media.vobiz.ai@evil.example/1.mp3',
  'https://media.vobiz.ai./1.mp3',
  'https://user@media.vobiz.ai/1.mp3',
  'http://127.0.0.1:9001/1.mp3',
  'http://127.0.0.2:9000/1.mp3',
  'file:///etc/passwd',
  '//media.vobiz.ai/1.mp3',
  '',
])('%s is none', (url) => {
  expect(readSource(url, check)).toMatchObject({ refusal: expect.stringMatching(/\.$/) });
});

test.each([
  ['127.0.0.1:80', true],
  ['127.8.9.1', true],
  ['[::1]:1', true],
  ['localhost:1', true],
  ['localhost.example', false],
  ['127.0.0.1.example', false],
  ['10.0.0.1', false],
])('that %s is this machine: %s', (host, answer) => {
  expect(isLoopback(host)).toBe(answer);
});
