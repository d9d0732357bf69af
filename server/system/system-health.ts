import type { ModelState } from '../language-model/model-health.ts';
import type { SetupCheckStatus } from '../setup/setup-check.ts';
import type { Reached } from '../setup/setup-facts.ts';

export const SYSTEM_PARTS = [
  'DATABASE',
  'NOTIFICATIONS',
  'PUBLIC_ADDRESS',
  'LANGUAGE_MODEL',
  'JOBS',
  'WEBHOOK_LOG',
  'WEBHOOK_SPOOL',
  'BOUNDS',
] as const;
export type SystemPart = (typeof SYSTEM_PARTS)[number];

export type SystemHealth = { part: SystemPart; status: SetupCheckStatus };

export type HealthFacts = {
  /** How long the database took for a statement of no work. */
  databaseMs: number;
  /** Whether this process hears of what others do. */
  isListening: boolean;
  reached: Reached;
  model: ModelState;
  deadJobs: number;
  /** Webhooks that were never written into the log. */
  droppedWebhooks: number;
  /** Webhooks that wait on this process's disk to be stored. */
  spooledWebhooks: number;
  /** Whether calls were turned away within a day, as strangers may have sent too many. */
  isFlooded: boolean;
};

/** Past this, callers would notice. */
const SLOW_DATABASE_MS = 200;

/** How each part of the platform is, as far as this process can tell. Pure. */
export function healthOf(facts: HealthFacts): SystemHealth[] {
  const warnIf = (isSo: boolean): SetupCheckStatus => (isSo ? 'WARN' : 'PASS');
  return [
    { part: 'DATABASE', status: warnIf(facts.databaseMs > SLOW_DATABASE_MS) },
    { part: 'NOTIFICATIONS', status: facts.isListening ? 'PASS' : 'FAIL' },
    { part: 'PUBLIC_ADDRESS', status: facts.reached.outcome === 'ours' ? 'PASS' : 'FAIL' },
    {
      part: 'LANGUAGE_MODEL',
      status: facts.model.state === 'fails' ? 'FAIL' : warnIf(facts.model.state === 'not configured'),
    },
    { part: 'JOBS', status: warnIf(facts.deadJobs > 0) },
    { part: 'WEBHOOK_LOG', status: warnIf(facts.droppedWebhooks > 0) },
    { part: 'WEBHOOK_SPOOL', status: warnIf(facts.spooledWebhooks > 0) },
    { part: 'BOUNDS', status: warnIf(facts.isFlooded) },
  ];
}
