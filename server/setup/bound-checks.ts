import { pass, type SetupCheck, trouble } from './setup-check.ts';
import type { SetupFacts } from './setup-facts.ts';

const when = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Where anyone who knows the addresses may send webhooks, the bound on invented calls turns away callers as well. */
export function floodCheck({ flood }: SetupFacts): SetupCheck {
  const title = 'No flood of calls';
  if (!flood)
    return pass('FLOOD', title, 'No call of the last day was turned away because there were too many.');
  return trouble('WARN', 'FLOOD', title, {
    detail: `Within the last day ${flood.amount} new calls were turned away, the latest at ${when(flood.at)}: there were more at once, or in a minute, than may come by webhooks that anyone could have sent. The log of webhooks holds samples.`,
    fix: 'Have Vobiz’s webhooks known for certain: by signatures, with the account’s auth token stored under Numbers, or by addresses with a key. Such calls are never turned away for that. If the calls were real, a super admin can raise the bounds under Tenants.',
  });
}

export function modelTurnsCheck({ modelTurns: { today, most } }: SetupFacts): SetupCheck {
  const title = 'The model’s turns for today suffice';
  if (today < most)
    return pass(
      'MODEL_TURNS',
      title,
      `It has answered ${today} of at most ${most} turns today in calls that anyone could have made.`,
    );
  return trouble('WARN', 'MODEL_TURNS', title, {
    detail: `All ${most} turns of today are used up: until midnight the scripted receptionist answers calls that anyone could have made.`,
    fix: 'Calls whose webhooks are known to come from Vobiz don’t count: use signatures, or addresses with a key. A super admin can raise the amount under Tenants.',
  });
}

export function recordingsCheck({ refusedRecordings }: SetupFacts): SetupCheck {
  const title = 'Recordings are kept';
  if (!refusedRecordings) return pass('RECORDINGS', title, 'No recording of the last week was refused.');
  const { amount, reason } = refusedRecordings;
  return trouble('WARN', 'RECORDINGS', title, {
    detail: `${amount} recordings of the last week were refused. The latest: ${reason}`,
    fix: 'A call’s page tells why its recording is missing. A super admin can raise the quota of a day under Tenants; an account that isn’t the number’s own means that someone else sent the webhook, or that the number has moved.',
  });
}
