import { addressCheck, reachCheck } from './address-checks.ts';
import { floodCheck, modelTurnsCheck, recordingsCheck } from './bound-checks.ts';
import { answerCheck, hangupCheck, inputCheck, signatureCheck, slugCheck } from './call-checks.ts';
import { carrierChecks } from './carrier-checks.ts';
import { accessCheck, networkCheck, signedCheck, wholeCallCheck } from './door-checks.ts';
import { modelCheck } from './model-check.ts';
import { numberCheck } from './number-check.ts';
import { pass, type SetupCheck, trouble } from './setup-check.ts';
import type { SetupFacts } from './setup-facts.ts';

/** All checks, in the order in which a call needs them. Touches nothing. */
export function checkSetup(facts: SetupFacts): SetupCheck[] {
  return [
    addressCheck(facts),
    reachCheck(facts),
    tenantCheck(facts),
    numberCheck(facts),
    ...carrierChecks(facts.carrier),
    answerCheck(facts),
    slugCheck(facts),
    networkCheck(facts),
    accessCheck(facts),
    signedCheck(facts),
    wholeCallCheck(facts),
    signatureCheck(facts),
    floodCheck(facts),
    inputCheck(facts),
    modelCheck(facts),
    modelTurnsCheck(facts),
    recordingsCheck(facts),
    hangupCheck(facts),
    clockCheck(facts),
  ];
}

function tenantCheck({ tenant }: SetupFacts): SetupCheck {
  const title = 'This business answers calls';
  return tenant.isSuspended
    ? trouble('FAIL', 'TENANT', title, {
        detail: 'The business is suspended: callers hear that the number is not in service.',
        fix: 'A super admin can resume it under Tenants.',
      })
    : pass('TENANT', title, 'It is active.');
}

/** Signatures and "today" go by the clock. */
const MOST_SKEW_MS = 5_000;

function clockCheck({ clockSkewMs }: SetupFacts): SetupCheck {
  const title = 'The clocks agree';
  const seconds = Math.round(Math.abs(clockSkewMs) / 1_000);
  return Math.abs(clockSkewMs) > MOST_SKEW_MS
    ? trouble('WARN', 'CLOCK', title, {
        detail: `This machine’s clock and the database’s are ${seconds} seconds apart, so times in call logs are wrong.`,
        fix: 'Switch on time synchronisation (NTP) on both machines.',
      })
    : pass('CLOCK', title, 'This machine and the database have the same time.');
}
