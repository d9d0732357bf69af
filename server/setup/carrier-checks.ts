import { pass, type SetupCheck, trouble } from './setup-check.ts';
import type { CarrierFacts } from './setup-facts.ts';

/** What the carrier's accounts say, where there is one to ask. Touches nothing. */
export function carrierChecks({ lines, balance }: CarrierFacts): SetupCheck[] {
  return [...lines.map(linesCheck), ...(balance ? [balanceCheck(balance)] : [])];
}

function linesCheck(lines: CarrierFacts['lines'][number]): SetupCheck {
  const title = 'Lines are free';
  if ('problem' in lines) {
    return trouble('WARN', 'LINES_UNKNOWN', title, {
      detail: `How many calls come through at once couldn’t be read: ${lines.problem}`,
      fix: 'Calls come all the same. If it stays, check the account’s credentials.',
    });
  }
  const { most, inUse } = lines;
  const told = [
    most === 1 ? '1 line' : `${most} lines`,
    ...(inUse === undefined ? [] : [`${inUse} in use`]),
    `a ${ordinal(most + 1)} caller hears the busy tone`,
  ].join('; ');
  if (inUse === undefined || inUse < most) return pass('LINES', title, `${told}.`);
  return trouble('WARN', 'LINES_BUSY', title, {
    detail: `${told}. All are in use now.`,
    fix: 'If this happens often, ask Vobiz for more concurrent calls.',
  });
}

const ORDINALS = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** As people say it, for a few; as 21st, 22nd for more. */
function ordinal(count: number): string {
  const word = ORDINALS[count - 2];
  if (word !== undefined) return word;
  const ending = new Intl.PluralRules('en', { type: 'ordinal' }).select(count);
  return `${count}${{ zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' }[ending]}`;
}

function balanceCheck(balance: NonNullable<CarrierFacts['balance']>): SetupCheck {
  const title = 'The Vobiz account has money';
  if ('problem' in balance) {
    return trouble('WARN', 'BALANCE_UNKNOWN', title, {
      detail: `The balance couldn’t be read: ${balance.problem}`,
      fix: 'Calls come all the same. If it stays, check the credentials in the platform settings.',
    });
  }
  const fix = 'Recharge the account in Vobiz’s portal.';
  if (balance.isEmpty) return trouble('FAIL', 'BALANCE_EMPTY', title, { detail: balance.text, fix });
  if (balance.isLow) return trouble('WARN', 'BALANCE_LOW', title, { detail: balance.text, fix });
  return pass('BALANCE', title, balance.text);
}
