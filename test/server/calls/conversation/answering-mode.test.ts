import { expect, test } from 'vitest';
import {
  type AnsweringMode,
  answeringModeAt,
  greetingIn,
} from '../../../../server/calls/conversation/answering-mode.ts';
import { playedAt, type TestCallMoment } from '../../../../server/calls/test-calls/test-call-moment.ts';
import type { OpeningHours } from '../../../../server/tenants/opening-hours/opening-hours.ts';
import { firstPersona } from '../../../../server/tenants/personas/first-persona.ts';
import { daily, someHours } from '../../tenants/hours.ts';

const NOON = new Date('2026-11-24T12:00:00+05:30');
const NIGHT = new Date('2026-11-24T22:00:00+05:30');

const business = (
  hours: OpeningHours | null,
  outsideHours: 'ANSWER' | 'TAKE_MESSAGE' | 'HANG_UP' = 'ANSWER',
) => ({
  timeZone: 'Asia/Kolkata',
  persona: { ...firstPersona('Lotus'), version: 1, hours, outsideHours, closedGreeting: 'We are closed.' },
});

test.each<[string, OpeningHours | null, 'ANSWER' | 'TAKE_MESSAGE' | 'HANG_UP', Date, AnsweringMode]>([
  ['without hours', null, 'HANG_UP', NIGHT, 'as always'],
  ['during them', someHours(), 'HANG_UP', NOON, 'as always'],
  ['outside them', someHours(), 'ANSWER', NIGHT, 'as always'],
  ['outside them', someHours(), 'TAKE_MESSAGE', NIGHT, 'only a message'],
  ['outside them', someHours(), 'HANG_UP', NIGHT, 'turned away'],
])('a call %s (%#) is taken in its mode', (_, hours, outside, at, mode) => {
  const { persona, timeZone } = business(hours, outside);
  expect(answeringModeAt({ persona: { ...persona, version: 1 }, timeZone }, at)).toBe(mode);
  expect(greetingIn(persona, mode)).toBe(mode === 'as always' ? persona.greeting : 'We are closed.');
});

test.each<[string, OpeningHours | null, TestCallMoment, Date, { playedAt: string; isOpen: boolean | null }]>([
  ['now', someHours(), 'NOW', NIGHT, { playedAt: '2026-11-24T22:00:00+05:30', isOpen: false }],
  ['open, while it is', someHours(), 'OPEN', NOON, { playedAt: '2026-11-24T12:00:00+05:30', isOpen: true }],
  [
    'open, while it isn’t',
    someHours(),
    'OPEN',
    NIGHT,
    { playedAt: '2026-11-25T09:00:00+05:30', isOpen: true },
  ],
  [
    'closed, while it isn’t',
    someHours(),
    'CLOSED',
    NOON,
    { playedAt: '2026-11-24T19:00:00+05:30', isOpen: false },
  ],
  [
    'closed, while it is',
    someHours(),
    'CLOSED',
    NIGHT,
    { playedAt: '2026-11-24T22:00:00+05:30', isOpen: false },
  ],
  [
    'closed, which it never is',
    daily('00:00-24:00'),
    'CLOSED',
    NOON,
    { playedAt: '2026-11-24T12:00:00+05:30', isOpen: true },
  ],
  [
    'open, which it never is',
    daily(''),
    'OPEN',
    NOON,
    { playedAt: '2026-11-24T12:00:00+05:30', isOpen: false },
  ],
  [
    'closed, where nothing is stated',
    null,
    'CLOSED',
    NOON,
    { playedAt: '2026-11-24T12:00:00+05:30', isOpen: null },
  ],
])('a test call is played %s', (_, hours, moment, now, { playedAt: at, isOpen }) => {
  expect(playedAt(business(hours), moment, now)).toEqual({ playedAt: new Date(at), isOpen });
});
