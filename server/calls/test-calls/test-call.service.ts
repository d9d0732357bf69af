import type { Viewer } from '../../auth/access.ts';
import { badInput, notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { Log } from '../../infra/log.ts';
import { typedText } from '../../infra/typed-text.ts';
import type { Line } from '../../language-model/briefing.ts';
import type { LanguageModel } from '../../language-model/language-model.ts';
import { inNamedTenant } from '../../tenants/named-tenant.ts';
import { findPersonas } from '../../tenants/personas/persona.store.ts';
import { changedPersona, type PersonaChange } from '../../tenants/personas/persona-input.ts';
import { findTenant } from '../../tenants/tenant.store.ts';
import type { TenantProfile } from '../../tenants/tenant-directory.ts';
import { callerSaysGoodbye } from '../../understanding/farewell.ts';
import { type Budgets, MAX_TURNS } from '../budgets.ts';
import { answeringModeAt, greetingIn } from '../conversation/answering-mode.ts';
import { NOTHING_KNOWN } from '../prompt/caller-data.ts';
import { replyRequest } from '../prompt/prompt.ts';
import { failed, finished, type ReplyOutcome } from '../reply/reply-outcome.ts';
import { writeReply } from '../reply/reply-writer.ts';
import { RepliesAtOnce } from './replies-at-once.ts';
import { type PlayedAt, playedAt, type TestCallMoment } from './test-call-moment.ts';

/** What was tried: a persona with unsaved changes, and a call with it so far. */
export type TestCall = { draft: PersonaChange; moment?: TestCallMoment; lines: readonly Line[] };

/** How a test call begins. */
export type TestCallBeginning = PlayedAt & {
  greeting: string;
  /** It is over with that. */
  endsCall: boolean;
};

export type TestCallReply = PlayedAt &
  ReplyOutcome & {
    /** How long the whole reply took. */
    milliseconds: number;
    /** What the model was told before the call's lines. */
    instructions: string;
  };

/** Both sides of the longest call. */
const MOST_LINES = 2 * MAX_TURNS;
/** Characters; speech recognition delivers less. */
const LONGEST_LINE = 2_000;

/** Answers the admin who edits a persona as that persona would, before it is saved. Nothing of it is stored. */
export class TestCallService {
  constructor(
    private readonly database: Database,
    private readonly model: LanguageModel,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly budgets: Budgets,
    private readonly repliesAtOnce = new RepliesAtOnce(),
  ) {}

  /**
   * Writes what a caller would hear next, within the same limits of time and length as in a call.
   * @throws AppError BAD_USER_INPUT naming the field of the draft, or `lines`; NOT_FOUND; RATE_LIMITED
   */
  async reply(
    viewer: Viewer,
    tenantId: string | null | undefined,
    testCall: TestCall,
  ): Promise<TestCallReply> {
    const lines = readLines(testCall.lines);
    const tenant = await this.#tenantAsDrafted(viewer, tenantId, testCall.draft);
    const played = playedAt(tenant, testCall.moment ?? 'NOW', this.clock.now());
    return this.repliesAtOnce.run(viewer.userId, () => this.#write(tenant, lines, played));
  }

  /**
   * How a call would begin at that moment.
   * @throws AppError BAD_USER_INPUT naming the field of the draft; NOT_FOUND
   */
  async begin(
    viewer: Viewer,
    tenantId: string | null | undefined,
    { draft, moment }: Pick<TestCall, 'draft' | 'moment'>,
  ): Promise<TestCallBeginning> {
    const tenant = await this.#tenantAsDrafted(viewer, tenantId, draft);
    const played = playedAt(tenant, moment ?? 'NOW', this.clock.now());
    const mode = answeringModeAt(tenant, played.playedAt);
    return { ...played, greeting: greetingIn(tenant.persona, mode), endsCall: mode === 'turned away' };
  }

  async #tenantAsDrafted(
    viewer: Viewer,
    tenantId: string | null | undefined,
    draft: PersonaChange,
  ): Promise<TenantProfile> {
    return inNamedTenant(this.database, viewer, tenantId, async (tx, id) => {
      const tenant = await findTenant(tx, id);
      const [current] = await findPersonas(tx, [id]);
      if (!tenant || !current) throw notFound('tenant');
      return {
        ...tenant,
        bounds: tenant,
        retiredNumbers: [],
        forwarding: [],
        webhookKeys: [],
        persona: { ...changedPersona(current, draft), version: current.version },
      };
    });
  }

  async #write(tenant: TenantProfile, lines: Line[], played: PlayedAt): Promise<TestCallReply> {
    const isFarewell = callerSaysGoodbye(lines.at(-1)?.text ?? '');
    const now = played.playedAt;
    const facts = { tenant, lines, caller: NOTHING_KNOWN, now, begunAt: now, isFarewell };
    const request = replyRequest(facts);
    const begun = performance.now();
    const sentences: string[] = [];
    const outcome = await writeReply(
      (signal) => this.model.reply(request, signal),
      {
        budgets: this.budgets,
        signal: new AbortController().signal,
        agentName: tenant.persona.agentName,
      },
      (sentence) => sentences.push(sentence),
      (err) => this.log.warn({ err, tenantId: tenant.id }, 'The model failed a test call'),
    );
    const turn = lines.filter(({ speaker }) => speaker === 'CALLER').length;
    const reply = {
      sentences,
      turn,
      isFarewell,
      businessName: tenant.name,
      language: tenant.persona.language,
    };
    return {
      ...played,
      ...(outcome === 'finished' ? finished(reply, this.model.source) : failed(reply)),
      milliseconds: Math.round(performance.now() - begun),
      instructions: request.instructions,
    };
  }
}

function readLines(typed: readonly Line[]): Line[] {
  if (typed.length > MOST_LINES) throw badInput('lines', `A test call has at most ${MOST_LINES} lines.`);
  if (typed.at(-1)?.speaker !== 'CALLER') throw badInput('lines', 'The last line must be the caller’s.');
  const rules = { what: 'A line', most: LONGEST_LINE, isOneLine: true };
  return typed.map(({ speaker, text }) => ({ speaker, text: typedText('lines', text, rules) }));
}
