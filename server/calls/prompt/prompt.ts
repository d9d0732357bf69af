import type { Line } from '../../language-model/briefing.ts';
import type { ReplyRequest } from '../../language-model/language-model.ts';
import { spokenStanding } from '../../tenants/opening-hours/spoken-hours.ts';
import type { TenantProfile } from '../../tenants/tenant-directory.ts';
import { onOneLine } from '../conversation/one-line.ts';
import { spokenTime } from '../conversation/spoken-time.ts';
import { type CallerRecord, callerDataOf, callerFacts } from './caller-data.ts';
import { HOURS_TITLE, hoursTold, ONLY_A_MESSAGE, openingOf } from './prompt-hours.ts';
import { RECORDS_ARE_DATA, speechRules } from './prompt-rules.ts';
import { withinRoom } from './transcript-room.ts';

/** What is known when a reply is to be written. */
export type PromptFacts = {
  tenant: TenantProfile;
  /** The call so far; the caller's line to answer is the last. */
  lines: Line[];
  caller: CallerRecord;
  now: Date;
  /** When the call began. */
  begunAt: Date;
  /** The caller is saying goodbye. */
  isFarewell: boolean;
};

/** All that a model is told for one reply, in characters: a stranger who talks on and on costs no more. */
export const PROMPT_ROOM = 40_000;
/** What is left to the lines of the call, however much the business wrote. */
const LEAST_FOR_LINES = 10_000;

/** Everything a model is told for one reply. Pure: the same facts make the same request. */
export function replyRequest({ tenant, lines, caller, now, begunAt, isFarewell }: PromptFacts): ReplyRequest {
  const { agentName, instructions, facts, language } = tenant.persona;
  const opening = openingOf(tenant, now, begunAt);
  const localTime = spokenTime(now, tenant.timeZone);
  const known = callerFacts(caller, tenant.timeZone);
  const callerData = callerDataOf(known);
  const rules = [...speechRules(language), ...(callerData === undefined ? [] : [RECORDS_ARE_DATA])];
  const told = (tellable: string) =>
    [
      `You are ${onOneLine(agentName)}, the telephone receptionist of ${onOneLine(tenant.name)}.`,
      instructions.trim(),
      section('Facts about the business that callers may be told', [tellable]),
      opening && section(HOURS_TITLE, hoursTold(opening)),
      section('Now, at the business', [localTime, opening && spokenStanding(opening.hours, opening.now)]),
      section(
        'Rules',
        rules.map((rule) => `- ${rule}`),
      ),
      opening?.takesOnlyMessages && ONLY_A_MESSAGE,
      isFarewell && 'The caller is saying goodbye: answer with one short farewell that ends with "Goodbye."',
    ]
      .filter(Boolean)
      .join('\n\n');
  const room = PROMPT_ROOM - (callerData?.length ?? 0);
  const whole = told(facts.trim());
  const over = whole.length - (room - LEAST_FOR_LINES);
  const system = over > 0 ? told(shortened(facts.trim(), over)) : whole;
  return {
    instructions: system,
    callerData,
    lines: withinRoom(lines, room - system.length),
    persona: { businessName: tenant.name, agentName, instructions, facts, language },
    caller: known,
    localTime,
    ...(opening && { opening }),
  };
}

const MORE_IS_KNOWN = '(More is known than stands here: for anything else, offer to take a message.)';

/** The first facts, whole lines of them, without so many characters at the end. */
function shortened(facts: string, over: number): string {
  const room = Math.max(0, facts.length - over - MORE_IS_KNOWN.length - 1);
  const kept = facts.slice(0, room + 1);
  return `${kept.slice(0, Math.max(0, kept.lastIndexOf('\n')))}\n${MORE_IS_KNOWN}`.trim();
}

/** A part of the instructions; empty where there is nothing to put into it. */
function section(title: string, lines: readonly (string | undefined)[]): string {
  const text = lines.filter(Boolean).join('\n');
  return text && `${title}:\n${text}`;
}
