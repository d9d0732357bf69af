import { pass, type SetupCheck, trouble } from './setup-check.ts';
import type { SetupFacts } from './setup-facts.ts';

export function numberCheck({ numbers }: SetupFacts): SetupCheck {
  const title = 'A number leads here';
  const broken = numbers.find(({ issue }) => issue !== null);
  if (broken) {
    return trouble('FAIL', 'NUMBER_NOT_ATTACHED', title, {
      detail: `${broken.e164} is not connected: ${broken.issue}`,
      fix: 'It is tried again by itself; Numbers shows how far it is.',
    });
  }
  const active = numbers.filter(({ status }) => status === 'ACTIVE');
  const real = active.filter(({ demo }) => !demo);
  if (real.length > 0) return pass('NUMBER', title, `Active: ${real.map(({ e164 }) => e164).join(', ')}.`);
  if (active.length > 0) {
    return trouble('WARN', 'NUMBER_DEMO', title, {
      detail: 'There are only demo numbers, which nobody can dial.',
      fix: 'Add your own number under Numbers, or ask your platform for one.',
    });
  }
  return trouble('FAIL', 'NUMBER_NONE', title, {
    detail: 'This business has no active number.',
    fix: 'Add your own number under Numbers, or ask your platform for one.',
  });
}
