import { FakeOpenAi } from '../fakes/openai-api.ts';
import { Telephone } from '../phone/telephone.ts';
import { postAll } from './post-all.ts';
import { median, type Result, ratioOf } from './result.ts';
import { baselineServer, benchPostgres, kaivoxServer } from './servers.ts';

/** Six sentences of about twelve words. */
const REPLY = [
  'Yes, our outpatient clinic is open from Monday to Saturday all day.',
  'We start at nine in the morning and close at seven in the evening.',
  'On Sunday the clinic is closed, but the emergency ward is always open.',
  'A consultation with one of our doctors costs six hundred rupees in all.',
  'You can pay in cash, by card or with any of the usual apps.',
  'Would you like me to note down an appointment for you this week?',
].join(' ');
const PACE = { text: REPLY, tokensPerSecond: 25 };
const ROUNDS = 5;

/** Until a caller hears the first words of a long reply. */
export async function firstWords(): Promise<Result[]> {
  const postgres = await benchPostgres();
  const openai = await FakeOpenAi.start();
  openai.defaultReply(PACE);
  const env = { OPENAI_API_KEY: 'bench', OPENAI_BASE_URL: openai.baseUrl };
  const kaivox = await kaivoxServer(await postgres.database('bench_words'), env);
  const baseline = await baselineServer('first-words-baseline.ts', env);
  try {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await untilFirstWords(kaivox.url));
      const { latenciesMs } = await postAll(baseline.url, '/input', { count: 1, connections: 1 }, () => ({
        Speech: 'Are you open?',
      }));
      theirs.push(...latenciesMs);
    }
    return [
      {
        bench: 'first-words',
        what: 'input webhook, time to the first spoken words',
        measured: `${median(ours).toFixed(0)} ms`,
        baseline: `whole completion ${median(theirs).toFixed(0)} ms`,
        ...ratioOf(median(ours), median(theirs), { atMost: 0.35 }),
      },
    ];
  } finally {
    await kaivox.stop();
    await baseline.stop();
    await openai.stop();
    await postgres.stop();
  }
}

async function untilFirstWords(server: string): Promise<number> {
  const phone = new Telephone({
    server,
    tenant: 'pragati',
    dialect: 'vobizxml',
    from: '+919876543210',
    to: '+917971543252',
  });
  await phone.dial();
  const { exchanges, spoken } = await phone.say('Are you open?');
  await phone.hangUp();
  const [first] = exchanges;
  if (!first || !REPLY.startsWith(first.spoken.join(' ')) || spoken !== REPLY)
    throw new Error(`Heard: ${spoken}`);
  return first.ms;
}
