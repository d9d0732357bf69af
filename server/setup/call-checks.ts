import { pass, type SetupCheck, trouble } from './setup-check.ts';
import type { SetupFacts } from './setup-facts.ts';

const when = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** "AI doesn't answer". */
export function answerCheck({ answeredAt, tenant, publicUrl }: SetupFacts): SetupCheck {
  const title = 'Calls arrive (answer webhook)';
  if (answeredAt) return pass('ANSWER_WEBHOOK', title, `The last one came at ${when(answeredAt)}.`);
  return trouble('FAIL', 'ANSWER_WEBHOOK', title, {
    detail: 'Vobiz has never asked how to answer a call, so the receptionist does not answer.',
    fix: `In Vobiz’s portal set the Answer URL to ${publicUrl}/api/vobiz/${tenant.slug}/answer with method POST, attach the number to that application, and call it.`,
  });
}

/** "AI answers but doesn't respond", and "call ends after greeting". */
export function inputCheck({ inputAt, answeredAt }: SetupFacts): SetupCheck {
  const title = 'Callers are heard (input webhook)';
  if (inputAt) return pass('INPUT_WEBHOOK', title, `The last one came at ${when(inputAt)}.`);
  if (!answeredAt) {
    return trouble('WARN', 'INPUT_WEBHOOK', title, {
      detail: 'No call has been answered yet, so nobody could speak.',
      fix: 'Make the first call; speak after the greeting.',
    });
  }
  return trouble('FAIL', 'INPUT_WEBHOOK', title, {
    detail:
      'Calls are greeted, but what callers say never arrives: the call ends after the greeting, or the receptionist does not respond.',
    fix: 'Check that Vobiz can reach PUBLIC_URL by POST (no firewall or login page before it), that speech recognition is part of your Vobiz plan, and that the caller speaks after the greeting.',
  });
}

/** "Call log not saved". */
export function hangupCheck({ hungUpAt, answeredAt, lostCalls, tenant, publicUrl }: SetupFacts): SetupCheck {
  const title = 'Ends of calls are reported (hangup webhook)';
  const fix = `Set the Hangup URL to ${publicUrl}/api/vobiz/${tenant.slug}/hangup with method POST.`;
  if (!hungUpAt && !answeredAt) {
    return trouble('WARN', 'HANGUP_WEBHOOK', title, { detail: 'No call has come yet.', fix });
  }
  if (!hungUpAt) {
    return trouble('FAIL', 'HANGUP_WEBHOOK', title, {
      detail:
        'Calls come, but Vobiz never reports their end: logs stay open and are closed as lost after two hours.',
      fix,
    });
  }
  if (lostCalls > 0) {
    return trouble('WARN', 'HANGUP_WEBHOOK', title, {
      detail: `The last one came at ${when(hungUpAt)}, but ${lostCalls} calls of the last week never reported their end.`,
      fix,
    });
  }
  return pass('HANGUP_WEBHOOK', title, `The last one came at ${when(hungUpAt)}.`);
}

export function signatureCheck({ badSignatureAt, answeredAt }: SetupFacts): SetupCheck {
  const title = 'Signatures fit';
  if (!badSignatureAt) return pass('SIGNATURES', title, 'No webhook was refused for its signature.');
  const isOver = answeredAt !== undefined && answeredAt > badSignatureAt;
  return trouble(isOver ? 'WARN' : 'FAIL', 'SIGNATURES', title, {
    detail: `A webhook was refused at ${when(badSignatureAt)}: it was signed with a token that is not stored here.`,
    fix: 'Store the auth token of the Vobiz account that owns the number, under Numbers; sub-accounts have their own.',
  });
}

export function slugCheck({ strangeSlug, tenant }: SetupFacts): SetupCheck {
  const title = 'Webhooks name this business';
  if (!strangeSlug) return pass('SLUG', title, 'No webhook came for a name that resembles it.');
  return trouble('WARN', 'SLUG', title, {
    detail: `At ${when(strangeSlug.at)} a webhook came for “${strangeSlug.slug}”, which is nobody. The nearest is “${tenant.slug}”.`,
    fix: `Correct the addresses in Vobiz’s portal: they must contain /api/vobiz/${tenant.slug}/.`,
  });
}
