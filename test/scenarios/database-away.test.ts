import { afterAll, expect, test } from 'vitest';
import { aSeverableWay } from '../fakes/severable-way.ts';
import { DIALECTS } from '../phone/dialect.ts';
import type { Telephone } from '../phone/telephone.ts';
import { loggedCall } from '../support/call-log.ts';
import { aDatabase } from '../support/database.ts';
import { aKaivox } from '../support/kaivox.ts';

const own = await aDatabase();
const way = await aSeverableWay(own.url, afterAll);
const kaivox = await aKaivox({ database: { ...own, url: way.url } });

const isStored = async (phone: Telephone, wanted: object) =>
  expect
    .poll(() => loggedCall(kaivox, phone).catch(() => undefined), { timeout: 20_000 })
    .toMatchObject(wanted);

test.each(DIALECTS.flatMap((dialect) => (['cut', 'clog'] as const).map((how) => [dialect, how] as const)))(
  'what a caller says and that they hang up isn’t lost, in %s, while the way to the database is %s',
  async (dialect, how) => {
    const phone = kaivox.phone({ dialect });
    await phone.dial();
    await phone.say('Are you open today?');
    way[how]();
    const apology = await phone.say('My name is Kavya, please call me back.');
    await phone.hangUp({ durationSeconds: 42 });
    const told = phone.exchanges.slice(2);
    way.mend();

    expect(apology.spoken).toMatch(/sorry/i);
    expect(told.map(({ status, problems }) => ({ status, problems }))).toEqual([
      { status: 200, problems: [] },
      { status: 200, problems: [] },
    ]);
    expect(Math.max(...told.map(({ ms }) => ms))).toBeLessThan(3_000);
    await isStored(phone, { status: 'COMPLETED', durationSeconds: 42 });
    const { turns, customer } = await loggedCall(kaivox, phone);
    expect(turns.map(({ text }) => text)).toContain('My name is Kavya, please call me back.');
    expect(customer).not.toBeNull();
  },
);

test('a call that comes while the database is away is counted once it is back', async () => {
  const known = kaivox.phone();
  await known.dial();
  await known.hangUp();
  way.cut();
  const phone = kaivox.phone({ from: '+919876511111' });
  const greeted = await phone.dial();
  await phone.say('I need an appointment.');
  await phone.hangUp({ durationSeconds: 9 });
  way.mend();

  expect(greeted.spoken).toMatch(/sorry/i);
  expect(greeted.state).toBe('listening');
  await isStored(phone, { status: 'COMPLETED', durationSeconds: 9, customer: { callCount: 1 } });
  const { turns } = await loggedCall(kaivox, phone);
  expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([['CALLER', 'I need an appointment.']]);
});

test('a call goes on after a cut, and keeps the words from before it in their place', async () => {
  const phone = kaivox.phone();
  await phone.dial();
  way.cut();
  await phone.say('the first words');
  way.mend();
  await expect
    .poll(async () => (await loggedCall(kaivox, phone).catch(() => undefined))?.turns.length, {
      timeout: 20_000,
    })
    .toBe(2);
  const reply = await phone.say('Are you open on Sunday?');
  await phone.hangUp();

  expect(reply.state).toBe('listening');
  const { turns } = await loggedCall(kaivox, phone);
  expect(turns.map(({ speaker, text }) => [speaker, speaker === 'CALLER' ? text : ''])).toEqual([
    ['AGENT', ''],
    ['CALLER', 'the first words'],
    ['CALLER', 'Are you open on Sunday?'],
    ['AGENT', ''],
  ]);
});
