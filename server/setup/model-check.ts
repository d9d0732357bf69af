import { assertNever } from '../../shared/assert-never.ts';
import { pass, type SetupCheck, trouble } from './setup-check.ts';
import type { SetupFacts } from './setup-facts.ts';

const CAUSES = {
  refused: [
    'The model’s server refuses the key.',
    'Make a new key at the provider, set OPENAI_API_KEY and restart.',
  ],
  'out of quota': [
    'The account at the model’s provider is out of quota.',
    'Top up the account, or raise its limit, at the provider.',
  ],
  'slow down': [
    'The model’s server asks us to slow down.',
    'Raise the account’s rate limit at the provider.',
  ],
  unreachable: [
    'The model’s server can’t be reached from this machine.',
    'Check the machine’s way out, its proxy, and OPENAI_BASE_URL.',
  ],
  other: [
    'The model failed.',
    'Look at the log for “The model failed this turn”, and at the provider’s status page.',
  ],
} as const;

export function modelCheck({ model }: SetupFacts): SetupCheck {
  const title = 'The language model writes replies';
  switch (model.state) {
    case 'not configured':
      return trouble('WARN', 'MODEL_KEY_MISSING', title, {
        detail:
          'OPENAI_API_KEY is not set, so the scripted receptionist answers: from the facts, and plainly limited.',
        fix: 'Set OPENAI_API_KEY and restart.',
      });
    case 'untried':
      return pass('MODEL', title, 'A key is set; no reply has been written since the start.');
    case 'works':
      return pass('MODEL', title, 'Its last reply came through.');
    case 'fails': {
      const [cause, fix] = CAUSES[model.kind];
      return trouble('FAIL', `MODEL_${model.kind.toUpperCase().replaceAll(' ', '_')}`, title, {
        detail: `${cause} Callers hear an apology instead of a reply.`,
        fix,
      });
    }
    default:
      return assertNever(model);
  }
}
