import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from '../../../../server/calls/prompt/caller-data.ts';
import { replyRequest } from '../../../../server/calls/prompt/prompt.ts';
import type { OpeningHours } from '../../../../server/tenants/opening-hours/opening-hours.ts';
import { firstPersona } from '../../../../server/tenants/personas/first-persona.ts';
import type { OutsideHours } from '../../../../server/tenants/personas/persona.entity.ts';
import { asTenantId } from '../../../support/ids.ts';
import { someHours } from '../../tenants/hours.ts';

const CLOSED_ON_CHRISTMAS = someHours({}, [{ date: '2026-12-25', name: 'Christmas' }]);
const AFTERNOON = '2026-11-24T17:30:00+05:30';
const EVENING = '2026-11-24T20:30:00+05:30';

/** What a model is told at a time, of a call that began then unless told otherwise. */
function told(
  hours: OpeningHours | null,
  now: string,
  call: { begunAt?: string; outsideHours?: OutsideHours } = {},
) {
  const { begunAt = now, outsideHours = 'ANSWER' } = call;
  return replyRequest({
    tenant: {
      id: asTenantId('6f1c0e00-0000-4000-8000-000000000000'),
      slug: 'lotus',
      name: 'Lotus',
      status: 'ACTIVE',
      timeZone: 'Asia/Kolkata',
      signaturePolicy: 'ACCEPT_UNSIGNED',
      webhookAccess: 'OPEN',
      webhookKeys: [],
      bounds: { newCallsAMinute: 60, callsAtOnce: 40, modelTurnsADay: 2_000 },
      retiredNumbers: [],
      forwarding: [],
      persona: {
        ...firstPersona('Lotus'),
        version: 1,
        hours,
        outsideHours,
        closedGreeting: 'We are closed.',
      },
    },
    lines: [{ speaker: 'CALLER', text: 'Are you open?' }],
    caller: NOTHING_KNOWN,
    now: new Date(now),
    begunAt: new Date(begunAt),
    isFarewell: false,
  });
}

test('the model is told when the business is open, whether it is now, and when it opens next', () => {
  expect(told(CLOSED_ON_CHRISTMAS, AFTERNOON).instructions).toContain(
    'these hold:\nWe are open Monday to Saturday from 9 am to 7 pm; closed on Sunday.\nOn Friday, 25 December, Christmas, we are closed.\n\n',
  );
  expect(told(CLOSED_ON_CHRISTMAS, AFTERNOON).instructions).toContain(
    'Tuesday, 24 November 2026 at 5:30 pm\nWe are open now, until 7 pm.\n\n',
  );
  expect(told(CLOSED_ON_CHRISTMAS, EVENING).instructions).toContain(
    'Tuesday, 24 November 2026 at 8:30 pm\nWe are closed now, and open again tomorrow at 9 am.\n\n',
  );
});

test('where no hours are stated, it is told of none', () => {
  const request = told(null, EVENING, { outsideHours: 'TAKE_MESSAGE' });
  expect(request.instructions).not.toMatch(/Opening hours|open now|closed now|take a message\./);
  expect(request).not.toHaveProperty('opening');
});

test('what changes from minute to minute stands apart from the hours, so that those are the same all day', () => {
  const hoursOf = (now: string) =>
    told(CLOSED_ON_CHRISTMAS, now)
      .instructions.split('\n\n')
      .find((part) => part.startsWith('Opening hours'));
  expect(hoursOf(AFTERNOON)).toBe(hoursOf(EVENING));
});

test.each([
  ['of a call that began outside them', { outsideHours: 'TAKE_MESSAGE' }, true],
  ['not of one that began before they ended', { outsideHours: 'TAKE_MESSAGE', begunAt: AFTERNOON }, false],
  ['not where such calls are answered as always', { outsideHours: 'ANSWER' }, false],
] as const)('only a message is taken %s', (_, call, isTaken) => {
  const request = told(CLOSED_ON_CHRISTMAS, EVENING, call);
  expect(request.instructions.includes('only there to take a message')).toBe(isTaken);
  expect(request.opening).toMatchObject({ takesOnlyMessages: isTaken });
});
