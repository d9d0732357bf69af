import { describe, expect, test } from 'vitest';
import type { OpeningFacts } from '../../../../../server/language-model/briefing.ts';
import { requestsTaken } from '../../../../../server/language-model/message-taken.ts';
import { DAY, dayOf } from '../../../../../server/tenants/opening-hours/opening-hours.ts';
import { someHours } from '../../../tenants/hours.ts';
import { aCall } from '../receptionist.ts';

const hours = someHours({ SATURDAY: '10:00-14:00' }, [
  { date: '2026-11-26', name: 'Guru Purab' },
  { date: '2026-12-24', open: '09:00-13:00' },
  { date: '2026-12-25', name: 'Christmas' },
]);
/** On Tuesday, 24 November 2026, at half past five. */
const AFTERNOON = dayOf('2026-11-24') * DAY + 17 * 60 + 30;
const EVENING = AFTERNOON + 3 * 60;

/** A shop that tells something else among its facts, and of its workshop what its hours don't. */
const facts = [
  'We are open from 6 am to 6 pm.',
  'The workshop is open on Sunday from 10 am to noon.',
  'The shop is at 7 Lake Road, Pune 411001.',
  'A service costs 900 rupees.',
].join('\n');
const aShop = (opening: Partial<OpeningFacts> = {}) =>
  aCall({
    persona: { businessName: 'Lake Cycles', facts, instructions: 'Be kind.' },
    opening: { hours, now: AFTERNOON, takesOnlyMessages: false, ...opening },
  });

const WEEK =
  'We are open Monday to Friday from 9 am to 7 pm; Saturday from 10 am to 2 pm; closed on Sunday. On Thursday, 26 November, Guru Purab, we are closed.';

describe('a receptionist that knows the opening hours', () => {
  test.each([
    ['What are your opening hours?', WEEK],
    ['Aapki timing kya hai?', WEEK],
    ['Are you open now?', 'We are open now, until 7 pm.'],
    ['Abhi khula hai kya?', 'We are open now, until 7 pm.'],
    ['Are you open on Sunday?', 'On Sunday we are closed. We open again on Monday at 9 am.'],
    ['Are you open on Saturday?', 'On Saturday we are open from 10 am to 2 pm.'],
    ['And Saturday?', 'On Saturday we are open from 10 am to 2 pm.'],
    ['Are you open at 8 pm today?', 'Today at 8 pm we are closed. Today we are open from 9 am to 7 pm.'],
    ['Are you open till 6 this evening?', 'Today at 6 pm we are open.'],
    ['Is the shop open tomorrow at 6:30 pm?', 'Tomorrow at 6:30 pm we are open.'],
    ['Kal subah 10 baje khula hai?', 'Tomorrow at 10 am we are open.'],
    ['Ravivar ko khula hai?', 'On Sunday we are closed. We open again on Monday at 9 am.'],
    [
      'Are you open the day after tomorrow?',
      'On Thursday, Guru Purab, we are closed. We open again on Friday at 9 am.',
    ],
    [
      'Are you open on Christmas?',
      'On Friday, 25 December, Christmas, we are closed. We open again on Saturday, 26 December at 10 am.',
    ],
    ['Are you open on 24th December?', 'On Thursday, 24 December, we are open from 9 am to 1 pm.'],
    [
      'Are you closed on December 25?',
      'On Friday, 25 December, Christmas, we are closed. We open again on Saturday, 26 December at 10 am.',
    ],
    ['Are you open on Sunday at 5 pm?', 'On Sunday at 5 pm we are closed. We open again on Monday at 9 am.'],
    ['Are you open on 3rd December?', 'On Thursday, 3 December, we are open from 9 am to 7 pm.'],
    ['Are you open tomorrow at 8?', 'Tomorrow we are open from 9 am to 7 pm.'],
  ])('%s', async (says, answer) => {
    const reply = await aShop().say(says);
    expect(reply.startsWith(`${answer} `), reply).toBe(true);
    expect(reply.slice(answer.length)).toMatch(/^ [^.?]*\?$/);
  });

  test('says when it opens again, once it has closed', async () => {
    const shop = () => aShop({ now: EVENING });
    expect(await shop().say('Are you open now?')).toMatch(
      /^We are closed now, and open again tomorrow at 9 am\./,
    );
    expect(await shop().say('Are you open today?')).toMatch(
      /^Today we are open from 9 am to 7 pm\. We are closed now, and open again tomorrow at 9 am\./,
    );
  });

  test('tells from the facts what they say of something in it, and what they don’t, from the hours', async () => {
    expect(await aShop().say('Is the workshop open on Sunday?')).toMatch(
      /workshop is open on Sunday from 10 am/,
    );
    expect(await aShop().say('Is the canteen open on Sunday?')).toMatch(/^I .*On Sunday we are closed\./);
    expect(await aShop().say('How much is a service?')).toMatch(/900 rupees/);
  });

  test.each([
    ['on Sunday', /Please note: On Sunday we are closed\. We open again on Monday at 9 am\./],
    ['on Thursday', /Please note: On Thursday, Guru Purab, we are closed\./],
    [
      'tomorrow at 8 pm',
      /Please note: Tomorrow at 8 pm we are closed\. Tomorrow we are open from 9 am to 7 pm\./,
    ],
  ])('tells a wish to come %s that nobody is there', async (when, note) => {
    expect(await aShop().say(`I want to book an appointment ${when}`)).toMatch(note);
  });

  test('takes a wish that fits as it is', async () => {
    expect(await aShop().say('I want to book an appointment tomorrow at 5 pm')).not.toMatch(/Please note/);
  });
});

describe('outside opening hours, a receptionist that only takes messages', () => {
  const closed = () => aShop({ now: EVENING, takesOnlyMessages: true });

  test('answers nothing else, and takes the call back', async () => {
    const call = closed();
    expect(await call.say('How much is a service?')).toBe(
      'We are closed at the moment, so I can only take a message. Shall I take a message, so that someone can call you back?',
    );
    expect(await call.say('Yes please')).toMatch(/name/);
    expect(await call.say('Ravi Kumar')).toMatch(
      /Thank you, Ravi Kumar\. I have noted your question\..*call you/,
    );
    expect(requestsTaken(call.lines)).toEqual([
      { kind: 'CALL_BACK', name: 'Ravi Kumar', wish: 'How much is a service?' },
    ]);
  });

  test('still says when it is open', async () => {
    expect(await closed().say('When do you open tomorrow?')).toMatch(
      /^Tomorrow we are open from 9 am to 7 pm\. .*call you back\?$/,
    );
  });

  test('takes down a wish to come', async () => {
    const call = closed();
    await call.say('I want to book an appointment for a repair on Friday at 4 pm');
    expect(await call.say('Ravi Kumar')).toMatch(/I have noted your request/);
  });

  test('helps with an emergency first', async () => {
    expect(await closed().say('Help, there is a fire in my house')).toMatch(/112/);
  });
});
