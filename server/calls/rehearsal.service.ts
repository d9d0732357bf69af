import type { Viewer } from '../auth/access.ts';
import { badInput, notFound } from '../infra/app-error.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { FewAtOnce } from '../infra/few-at-once.ts';
import type { Log } from '../infra/log.ts';
import { typedText } from '../infra/typed-text.ts';
import type { Line } from '../language-model/briefing.ts';
import type { LanguageModel } from '../language-model/language-model.ts';
import { inNamedTenant } from '../tenants/named-tenant.ts';
import { findPersonas } from '../tenants/persona.store.ts';
import { changedPersona, type PersonaChange } from '../tenants/persona-input.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import type { TenantProfile } from '../tenants/tenant-directory.ts';
import { type Budgets, MAX_TURNS } from './budgets.ts';
import { type Conclusion, failed, finished } from './conclusion.ts';
import { callerSaysGoodbye } from './farewell.ts';
import { greetingIn, mannerAt } from './manner.ts';
import { replyRequest } from './prompt.ts';
import { type PlayedAt, playedAt, type RehearsalMoment } from './rehearsal-moment.ts';
import { writeReply } from './reply-writer.ts';

/** What was tried: a persona with changes that nobody has saved, and a call with it so far. */
export type Rehearsal = { draft: PersonaChange; moment?: RehearsalMoment; lines: readonly Line[] };

/** How a test call begins. */
export type RehearsedBeginning = PlayedAt & {
  greeting: string;
  /** It is over with that. */
  endsCall: boolean;
};

export type RehearsedReply = PlayedAt &
  Conclusion & {
    /** How long the whole reply took. */
    milliseconds: number;
    /** What the model was told before the call's lines. */
    told: string;
  };

/** Both sides of the longest call. */
const MOST_LINES = 2 * MAX_TURNS;
/** Characters; speech recognition delivers less. */
const LONGEST_LINE = 2_000;
/** Replies that one person may have written at the same time: each costs as much as a caller's. */
export const AT_ONCE = 2;

/** Answers as a persona would that isn't saved yet, to whoever edits it. Nothing of it is stored. */
export class RehearsalService {
  constructor(
    private readonly database: Database,
    private readonly model: LanguageModel,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly budgets: Budgets,
    private readonly fewAtOnce = new FewAtOnce(AT_ONCE),
  ) {}

  /**
   * Writes what a caller would hear next, within the same limits of time and length as in a call.
   * @throws AppError BAD_USER_INPUT naming the field of the draft, or `lines`; NOT_FOUND; RATE_LIMITED
   */
  async reply(
    viewer: Viewer,
    tenantId: string | null | undefined,
    rehearsal: Rehearsal,
  ): Promise<RehearsedReply> {
    const lines = readLines(rehearsal.lines);
    const tenant = await this.#tenantAsDrafted(viewer, tenantId, rehearsal.draft);
    const played = playedAt(tenant, rehearsal.moment ?? 'NOW', this.clock.now());
    return this.fewAtOnce.run(viewer.userId, () => this.#write(tenant, lines, played));
  }

  /**
   * How a call would begin at that moment.
   * @throws AppError BAD_USER_INPUT naming the field of the draft; NOT_FOUND
   */
  async begin(
    viewer: Viewer,
    tenantId: string | null | undefined,
    { draft, moment }: Pick<Rehearsal, 'draft' | 'moment'>,
  ): Promise<RehearsedBeginning> {
    const tenant = await this.#tenantAsDrafted(viewer, tenantId, draft);
    const played = playedAt(tenant, moment ?? 'NOW', this.clock.now());
    const manner = mannerAt(tenant, played.playedAt);
    return { ...played, greeting: greetingIn(tenant.persona, manner), endsCall: manner === 'turned away' };
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
        retiredNumbers: [],
        persona: { ...changedPersona(current, draft), version: current.version },
      };
    });
  }

  async #write(tenant: TenantProfile, lines: Line[], played: PlayedAt): Promise<RehearsedReply> {
    const isFarewell = callerSaysGoodbye(lines.at(-1)?.text ?? '');
    const caller = { name: null, notes: null };
    const now = played.playedAt;
    const facts = { tenant, lines, caller, lastCall: undefined, now, begunAt: now, isFarewell };
    const request = replyRequest(facts);
    const begun = performance.now();
    const sentences: string[] = [];
    const outcome = await writeReply(
      (signal) => this.model.reply(request, signal),
      { budgets: this.budgets, signal: new AbortController().signal },
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
      told: request.instructions,
    };
  }
}

function readLines(typed: readonly Line[]): Line[] {
  if (typed.length > MOST_LINES) throw badInput('lines', `A test call has at most ${MOST_LINES} lines.`);
  if (typed.at(-1)?.speaker !== 'CALLER') throw badInput('lines', 'The last line must be the caller’s.');
  const rules = { what: 'A line', most: LONGEST_LINE, isOneLine: true };
  return typed.map(({ speaker, text }) => ({ speaker, text: typedText('lines', text, rules) }));
}
