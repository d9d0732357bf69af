import { expect, test } from 'vitest';
import { closeLostCalls } from '../../server/calls/verbs/close-lost-calls.job.ts';
import { lastUserWords } from '../fakes/openai-api.ts';
import { DIALECTS } from '../phone/dialect.ts';
import { callLog, loggedCall, transcript } from '../support/call-log.ts';
import { aKaivox } from '../support/kaivox.ts';
import { aModel } from '../support/model.ts';

const openai = await aModel();
const kaivox = await aKaivox({ env: openai.env });

const hungUp = { event: 'hungUp', durationSeconds: 42, cause: 'NORMAL_CLEARING', source: 'Caller' } as const;

test('the first hangup wins; later ones change nothing', async () => {
  const phone = kaivox.phone();
  await phone.dial();
  await phone.hangUp({ durationSeconds: 42, cause: 'NORMAL_CLEARING' });
  const first = await loggedCall(kaivox, phone);
  expect(first).toMatchObject({ status: 'COMPLETED', durationSeconds: 42, hangupCause: 'NORMAL_CLEARING' });
  await phone.post('hangup', phone.fields({ ...hungUp, durationSeconds: 99, cause: 'USER_BUSY' }));
  expect(await loggedCall(kaivox, phone)).toEqual(first);
});

test('who hung up is kept as Vobiz says, and null in the dialect that does not say', async () => {
  const ended = { durationSeconds: 42 };
  const [guide, vobizXml] = [kaivox.phone({ dialect: 'guide' }), kaivox.phone({ dialect: 'vobizxml' })];
  for (const phone of [guide, vobizXml]) {
    await phone.dial();
    await phone.hangUp(ended);
  }
  expect(await loggedCall(kaivox, guide)).toMatchObject({ status: 'COMPLETED', hangupSource: null });
  const first = await loggedCall(kaivox, vobizXml);
  expect(first.hangupSource).toBe('Caller');
  await vobizXml.post('hangup', vobizXml.fields({ ...hungUp, source: 'Vobiz' }));
  expect(await loggedCall(kaivox, vobizXml)).toEqual(first);
});

test.each(DIALECTS)('a hangup alone makes a whole call (%s)', async (dialect) => {
  const phone = kaivox.phone({ dialect, from: dialect === 'guide' ? '+919876522221' : '+919876522222' });
  await phone.post('hangup', phone.fields(hungUp));
  expect(await loggedCall(kaivox, phone)).toMatchObject({
    status: 'COMPLETED',
    durationSeconds: 42,
    customer: { callCount: 1 },
    turns: [],
  });
});

test.each(DIALECTS)('an input alone makes the call, and is answered (%s)', async (dialect) => {
  const phone = kaivox.phone({ dialect });
  openai.fake.nextReply(
    { text: 'We are.' },
    { when: (body) => lastUserWords(body) === `are you open, ${dialect}` },
  );
  const fields = phone.fields({ event: 'spoke', words: `are you open, ${dialect}`, confidence: 0.8 });
  const { spoken } = await phone.post('input', fields, {
    url: `${kaivox.url}/api/vobiz/pragati/input?turn=1`,
  });
  expect(spoken).toEqual(['We are.']);
  expect(await transcript(kaivox, phone)).toEqual([`CALLER are you open, ${dialect}`, 'AGENT We are.']);
});

test('an answer after the hangup is told to hang up, and the call stays completed', async () => {
  const phone = kaivox.phone();
  await phone.post('hangup', phone.fields(hungUp));
  const late = await phone.post('answer', phone.fields({ event: 'answered' }));
  expect(late.steps).toMatchObject([{ step: 'hangUp' }]);
  expect(await loggedCall(kaivox, phone)).toMatchObject({ status: 'COMPLETED', turns: [] });
});

test('words that come after the hangup are kept, and answered by hanging up', async () => {
  const phone = kaivox.phone();
  await phone.dial();
  await phone.hangUp();
  const fields = phone.fields({ event: 'spoke', words: 'wait', confidence: 0.8 });
  const url = `${kaivox.url}/api/vobiz/pragati/input?turn=1`;
  const late = [await phone.post('input', fields, { url }), await phone.post('input', fields, { url })];
  for (const { steps } of late) expect(steps).toMatchObject([{ step: 'hangUp' }]);
  const call = await loggedCall(kaivox, phone);
  expect(call.status).toBe('COMPLETED');
  expect(call.turns.map(({ text }) => text).slice(1)).toEqual(['wait']);
  expect(openai.fake.requests.filter(({ body }) => lastUserWords(body) === 'wait')).toEqual([]);
});

test('a hangup during the reply ends the wait, the model’s work and the call; nothing pending is kept', async () => {
  const phone = kaivox.phone();
  openai.fake.nextReply({ hangs: true }, { when: (body) => lastUserWords(body) === 'hold on' });
  await phone.dial();
  const waiting = phone.say('hold on');
  // Analyses of earlier calls ask as well.
  const isAsked = () => openai.fake.requests.some(({ body }) => lastUserWords(body) === 'hold on');
  await expect.poll(isAsked).toBe(true);
  await phone.post('hangup', phone.fields(hungUp));
  const reply = await waiting;
  expect(reply.exchanges[0]?.steps).toMatchObject([{ step: 'hangUp' }]);
  await openai.fake.untilAborted(1);
  const call = await loggedCall(kaivox, phone);
  expect(call.status).toBe('COMPLETED');
  expect(call.turns.map(({ text }) => text).slice(1)).toEqual(['hold on']);
});

test('an answer webhook that tells of a hangup is one', async () => {
  const phone = kaivox.phone();
  await phone.dial();
  const { exchanges } = await phone.hangUp({ to: 'answer', durationSeconds: 7 });
  expect(exchanges[0]?.status).toBe(200);
  expect(await loggedCall(kaivox, phone)).toMatchObject({ status: 'COMPLETED', durationSeconds: 7 });
});

test('a call that hears nothing for two hours is closed as lost, and completed when its hangup does come', async () => {
  const phone = kaivox.phone();
  const fresh = kaivox.phone();
  await phone.dial();
  await fresh.dial();
  await kaivox.database.admin(
    `update calls set started_at = started_at - interval '3 h', last_heard_at = last_heard_at - interval '121 min'
      where provider_call_id = $1`,
    [phone.call.callId],
  );
  await closeLostCalls(kaivox.database.database, { now: () => new Date() });
  expect(await loggedCall(kaivox, phone)).toMatchObject({ status: 'LOST', durationSeconds: 59 * 60 });
  expect((await loggedCall(kaivox, fresh)).status).toBe('IN_PROGRESS');
  await phone.hangUp({ durationSeconds: 30 });
  expect(await loggedCall(kaivox, phone)).toMatchObject({ status: 'COMPLETED', durationSeconds: 30 });
});

test('calls come newest first', async () => {
  const starts = (await callLog(kaivox)).map(({ startedAt }) => startedAt);
  expect(starts.length).toBeGreaterThan(5);
  expect(starts).toEqual(starts.toSorted().toReversed());
});

test('a call for a number that was given up hears so, at once after the change', async () => {
  const number = '+917971543252';
  const status = (to: string) =>
    kaivox.database.admin('update phone_numbers set status = $1 where e164 = $2', [to, number]);
  const phone = kaivox.phone({ to: number });
  expect((await phone.dial()).state).toBe('listening');

  await status('RELEASING');
  // The change is announced; a user who asks again sees it as soon as the announcement is there.
  const heard = async () => (await kaivox.phone({ to: number }).dial()).spoken;
  await expect.poll(heard).toMatch(/no longer in use/);

  await status('ACTIVE');
  await expect.poll(heard).toMatch(/Welcome/);
});
