import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lastUserWords } from '../fakes/openai-api.ts';
import type { TranscriptionSpec } from '../fakes/openai-api-transcriptions.ts';
import { FakeMedia } from '../fakes/recordings.ts';
import type { TelephoneOptions } from '../phone/telephone.ts';
import { loggedCall, transcript } from '../support/call-log.ts';
import { ADMIN, aKaivox, RECEPTION } from '../support/kaivox.ts';
import { aModel } from '../support/model.ts';

const GREETING = 'नमस्ते! प्रगति अस्पताल में आपका स्वागत है।';
const FILLERS = /(एक क्षण रुकिए|ज़रा देख लेने दीजिए|बस एक पल|इंतज़ार करने के लिए धन्यवाद)। ?/g;
const APOLOGY = /फिर से कह सकते हैं\?$|एक बार फिर बताइए।$/;

const media = await FakeMedia.start();
const foreign = await FakeMedia.start();
afterAll(() => Promise.all([media.stop(), foreign.stop()]));
const openai = await aModel();
const kaivox = await aKaivox({ env: { ...openai.env, VOBIZ_MEDIA_HOSTS: media.host } });
const { transcriptions } = openai.fake;

/** Pragati's persona speaks Hindi, and its number has its own key. */
beforeAll(async () => {
  const admin = await kaivox.graphql.signIn(ADMIN);
  const reception = await kaivox.graphql.signIn(RECEPTION);
  const [number] = await kaivox.database.admin<{ id: string }>('select id from phone_numbers');
  await kaivox.graphql(
    'mutation ($id: ID!, $key: String) { updatePhoneNumber(id: $id, input: { providerApiKey: $key }) { id } }',
    { token: admin, variables: { id: number?.id, key: media.authToken } },
  );
  const input = { greeting: GREETING, language: 'hi-IN', noSpeechMessage: 'कुछ सुनाई नहीं दिया। अलविदा।' };
  const changed = await kaivox.graphql(
    'mutation ($input: UpdatePersonaInput!) { updatePersona(input: $input) { language } }',
    { token: reception, variables: { input } },
  );
  expect(changed).toEqual({ data: { updatePersona: { language: 'hi-IN' } } });
});

/** A telephone of which Vobiz records what is said, where it is told to. */
const aPhone = (options: Partial<TelephoneOptions> = {}) =>
  kaivox.phone({
    extraFields: { ParentAuthID: media.authId },
    recorder: (words) => media.saying(words),
    ...options,
  });

/** What the model answers to these words, in whatever call. */
const answers = (words: string, text: string) =>
  openai.fake.nextReply({ text }, { when: (body) => lastUserWords(body) === words });

/** What becomes of the recording of these words. */
const hearing = (words: string, ...specs: TranscriptionSpec[]) => {
  for (const spec of specs) transcriptions.next(spec, { when: (request) => request.words === words });
};

const recordingsOf = (callId: string) =>
  kaivox.database.admin(
    'select r.status from recordings r join calls c on c.id = r.call_id where c.provider_call_id = $1',
    [callId],
  );

test('a whole call in Hindi, from the greeting to the goodbye', async () => {
  const phone = aPhone();
  answers('क्या आप रविवार को खुले हैं?', 'जी हाँ। सुबह दस बजे से।');
  answers('डॉक्टर का नाम क्या है?', 'डॉक्टर मीरा।');
  answers('धन्यवाद, अलविदा।', 'धन्यवाद। अलविदा।');

  const { spoken, exchanges } = await phone.dial();
  expect(spoken).toBe(GREETING);
  expect(exchanges[0]?.steps).toMatchObject([
    { step: 'say', words: GREETING },
    {
      step: 'record',
      action: `${kaivox.url}/api/vobiz/pragati/input?turn=1&recording=turn`,
      attributes: { method: 'POST', timeout: '2', maxLength: '30', playBeep: 'false', finishOnKey: '' },
    },
    { step: 'say', words: 'कुछ सुनाई नहीं दिया। अलविदा।' },
    { step: 'hangUp' },
  ]);
  expect((await phone.say('क्या आप रविवार को खुले हैं?')).spoken).toBe('जी हाँ। सुबह दस बजे से।');
  expect((await phone.say('डॉक्टर का नाम क्या है?')).spoken).toBe('डॉक्टर मीरा।');
  const end = await phone.say('धन्यवाद, अलविदा।');
  expect(end).toMatchObject({ spoken: 'धन्यवाद। अलविदा।', state: 'over' });

  expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  expect(await loggedCall(kaivox, phone)).toMatchObject({
    status: 'COMPLETED',
    turns: [
      { number: 1, speaker: 'AGENT', text: GREETING },
      { number: 2, speaker: 'CALLER', text: 'क्या आप रविवार को खुले हैं?', confidence: null },
      { number: 3, speaker: 'AGENT', text: 'जी हाँ। सुबह दस बजे से।', source: 'LANGUAGE_MODEL' },
      { number: 4, speaker: 'CALLER', text: 'डॉक्टर का नाम क्या है?' },
      { number: 5, speaker: 'AGENT', text: 'डॉक्टर मीरा।' },
      { number: 6, speaker: 'CALLER', text: 'धन्यवाद, अलविदा।' },
      { number: 7, speaker: 'AGENT', text: 'धन्यवाद। अलविदा।' },
    ],
  });
  expect(transcriptions.requests.at(-1)?.fields).toMatchObject({
    model: 'gpt-4o-transcribe',
    language: 'hi',
  });
  expect(await recordingsOf(phone.call.callId)).toEqual([]);
  expect(await kaivox.database.admin('select from pending_transcriptions')).toEqual([]);
});

test('a transcription that takes long is waited for, and each sentence is spoken once', async () => {
  const words = 'फ़ीस कितनी है?';
  const phone = aPhone();
  hearing(words, { text: words, afterMs: 3_000 });
  openai.fake.nextReply(
    { text: 'पाँच सौ रुपये। नकद या कार्ड से। और कुछ?', tokensPerSecond: 4 },
    { when: (body) => lastUserWords(body) === words },
  );
  await phone.dial();
  const reply = await phone.say(words);
  expect(reply.spoken).toMatch(/^एक क्षण रुकिए।/);
  expect(reply.spoken.replace(FILLERS, '')).toBe('पाँच सौ रुपये। नकद या कार्ड से। और कुछ?');
  expect(reply.slowestDocumentMs).toBeLessThan(2_500);
  expect(reply.state).toBe('listening');
  expect(await transcript(kaivox, phone)).toEqual([
    `AGENT ${GREETING}`,
    `CALLER ${words}`,
    'AGENT पाँच सौ रुपये। नकद या कार्ड से। और कुछ?',
  ]);
});

test.concurrent.each<[string, TranscriptionSpec]>([
  ['has had enough', { status: 429 }],
  ['fails', { status: 500 }],
  ['writes garbage', { garbage: true }],
  ['is cut off', { cut: true }],
  ['never answers', { hangs: true }],
])('a transcriber that %s costs one turn, and the next listens again', async (name, spec) => {
  const phone = aPhone();
  hearing(`unheard, as it ${name}`, spec);
  answers(`heard again after it ${name}`, 'Now I hear you.');
  await phone.dial();

  const failed = await phone.say(`unheard, as it ${name}`);

  expect(failed.spoken.replace(FILLERS, '')).toMatch(APOLOGY);
  expect(failed.slowestDocumentMs).toBeLessThan(2_500);
  expect((await phone.say(`heard again after it ${name}`)).spoken).toBe('Now I hear you.');
  await phone.hangUp();
  expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  const { turns } = await loggedCall(kaivox, phone);
  expect(turns.map(({ speaker, source }) => source ?? speaker)).toEqual([
    'SCRIPTED',
    'FALLBACK',
    'CALLER',
    'LANGUAGE_MODEL',
  ]);
});

test('a repeated delivery is transcribed and answered once', async () => {
  const words = 'यह दो बार आता है';
  const phone = aPhone();
  answers(words, 'एक ही बार।');
  await phone.dial();
  const { exchanges } = await phone.say(words);
  const again = await phone.repeatLast();
  expect(again.xml).toBe(exchanges.at(-1)?.xml);
  expect(transcriptions.requests.filter((request) => request.words === words)).toHaveLength(1);
  expect(await transcript(kaivox, phone)).toEqual([
    `AGENT ${GREETING}`,
    `CALLER ${words}`,
    'AGENT एक ही बार।',
  ]);
});

test('deliveries at the same time are one turn', async () => {
  const words = 'यह एक साथ आता है';
  const phone = aPhone();
  hearing(words, { text: words, afterMs: 300 });
  answers(words, 'ठीक है।');
  await phone.dial();
  const body = phone.fields({ event: 'recorded', ...media.saying(words) });
  const url = `${kaivox.url}/api/vobiz/pragati/input?turn=1&recording=turn`;
  const replies = await Promise.all([1, 2, 3].map(() => phone.post('input', body, { url })));
  expect(new Set(replies.map(({ xml }) => xml)).size).toBe(1);
  expect(replies[0]?.spoken[0]).toBe('ठीक है।');
  expect(transcriptions.requests.filter((request) => request.words === words)).toHaveLength(1);
  expect(await transcript(kaivox, phone)).toHaveLength(3);
});

test('silence is asked about twice, however it is told, and ends the call the third time', async () => {
  const phone = aPhone();
  await phone.dial();
  expect((await phone.staySilent()).spoken).toMatch(/^माफ़ कीजिए, आपकी आवाज़ नहीं आई।/);
  expect((await phone.record({ ...media.saying('noise'), durationSeconds: 0 })).spoken).toMatch(
    /लाइन पर हैं\?/,
  );
  // A recording in which no caller speaks.
  const end = await phone.say('');
  expect(end).toMatchObject({ spoken: 'कुछ सुनाई नहीं दिया। अलविदा।', state: 'over' });
  expect((await loggedCall(kaivox, phone)).turns.filter(({ speaker }) => speaker === 'CALLER')).toEqual([]);
  expect(transcriptions.requests.filter(({ words }) => words === 'noise')).toEqual([]);
});

test('words that are known only after the hangup are in the transcript, and no reply answers them', async () => {
  const words = 'मैं रख रहा हूँ';
  const phone = aPhone();
  hearing(words, { text: words, afterMs: 400 });
  await phone.dial();
  const url = `${kaivox.url}/api/vobiz/pragati/input?turn=1&recording=turn`;
  const body = phone.fields({ event: 'recorded', ...media.saying(words) });
  const [late] = await Promise.all([phone.post('input', body, { url }), phone.hangUp()]);
  expect(late.steps.at(-1)).toMatchObject({ step: 'hangUp' });
  await expect.poll(() => transcript(kaivox, phone)).toEqual([`AGENT ${GREETING}`, `CALLER ${words}`]);
});

test('a recording that isn’t at Vobiz’s is never asked for', async () => {
  const phone = aPhone({ recorder: () => foreign.saying('दूर से') });
  await phone.dial();
  expect((await phone.say('दूर से')).spoken).toMatch(APOLOGY);
  expect(foreign.requests).toEqual([]);
  expect(await recordingsOf(phone.call.callId)).toEqual([]);
  expect(kaivox.logged()).not.toContain(media.authToken);
});

test('in the guide’s dialect Vobiz listens in Indian English, as ever', async () => {
  const phone = aPhone({ dialect: 'guide' });
  answers('Are you open?', 'Yes.');
  const { exchanges } = await phone.dial();
  expect(exchanges[0]?.steps[0]).toMatchObject({ step: 'gather', attributes: { language: 'en-IN' } });
  expect((await phone.say('Are you open?')).spoken).toBe('Yes.');
});

test('without a key as well', async () => {
  const keyless = await aKaivox({ database: kaivox.database, env: { VOBIZ_MEDIA_HOSTS: media.host } });
  const { exchanges } = await keyless.phone().dial();
  expect(exchanges[0]?.steps[0]).toMatchObject({ step: 'gather', attributes: { language: 'en-IN' } });
});

test('what is recorded of a turn is kept where calls are recorded', async () => {
  await kaivox.database.admin(`update tenants set record_calls = true where slug = 'pragati'`);
  await kaivox.database.admin(`select pg_notify('tenant_changed', '')`);
  await expect.poll(async () => (await aPhone().dial()).exchanges[0]?.xml).toContain('recordSession');
  const phone = aPhone();
  answers('इसे रखिए', 'ठीक है।');
  await phone.dial();
  expect((await phone.say('इसे रखिए')).spoken).toBe('ठीक है।');
  await expect.poll(() => recordingsOf(phone.call.callId), { timeout: 10_000 }).toEqual([{ status: 'KEPT' }]);
});

test('a turn that was recorded is replayed in the sandbox with what was made of it', async () => {
  const phone = aPhone();
  answers('पार्किंग है क्या?', 'जी, पीछे है।');
  await phone.dial();
  await phone.say('पार्किंग है क्या?');
  await phone.hangUp();
  const { callId } = phone.call;
  const ofTurn = () =>
    kaivox.database.admin<{ id: string }>(
      `select id from webhook_log where provider_call_id = $1 and webhook = 'input' order by at limit 1`,
      [callId],
    );
  await vi.waitFor(async () => expect(await ofTurn()).toHaveLength(1), 5_000);
  const [webhook] = await ofTurn();
  answers('पार्किंग है क्या?', 'नहीं, पास में है।');
  const { data } = await kaivox.graphql(
    'mutation ($id: ID!) { replayWebhook(id: $id) { event { kind } spoken differences { what now } } }',
    { token: await kaivox.graphql.signIn(RECEPTION), variables: { id: webhook?.id } },
  );
  expect(data?.replayWebhook).toMatchObject({
    event: { kind: 'spokeOnRecording' },
    spoken: expect.arrayContaining(['नहीं, पास में है।']),
  });
});
