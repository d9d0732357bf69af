import { expect, test } from 'vitest';
import { soundType } from '../../../server/recordings/sound.ts';
import { sounds } from '../../fakes/recordings.ts';

test.each([
  ['mp3', sounds.mp3, 'audio/mpeg'],
  ['mp3 of MPEG-2', Buffer.from([0xff, 0xf3, 0x40, 0xc4]), 'audio/mpeg'],
  ['mp3 with a tag', sounds.taggedMp3, 'audio/mpeg'],
  ['wav', sounds.wav, 'audio/wav'],
  ['ogg', sounds.ogg, 'audio/ogg'],
  ['a picture', Buffer.from('RIFF\x24\x08\0\0WEBPVP8 ', 'latin1'), undefined],
  ['a page', Buffer.from('<!doctype html>'), undefined],
  ['text in UTF-16', Buffer.from([0xff, 0xfe, 0x3c, 0x00]), undefined],
  ['AAC', Buffer.from([0xff, 0xf1, 0x50, 0x80]), undefined],
  ['ones', Buffer.alloc(20, 0xff), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('%s is told by its first bytes', (_, head, type) => {
  expect(soundType(head)).toBe(type);
});
