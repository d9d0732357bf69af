import type { Voice } from '../../../tenants/personas/persona.entity.ts';
import type { TenantProfile } from '../../../tenants/tenant-directory.ts';
import { hintsOf } from '../hints/hints.ts';
import type { InputAddress } from './addresses.ts';

/** What a document needs to know of its tenant. */
export type Surroundings = {
  /** Where the caller's turns are posted. */
  inputAddress: InputAddress;
  /** The persona's. */
  language: string;
  voice: Voice;
  /** What `Speak` is told to speak; null where that is the persona's language. */
  voiceLanguage: string | null;
  /** What recognition should expect of callers, as `Gather` takes it. */
  hints: string;
  /** Whether we understand what callers say in a language that Vobiz doesn't. */
  transcribes: boolean;
};

/** Documents for a tenant that isn't known speak as the setup guide's sample does. */
export const DEFAULT_LANGUAGE = 'en-IN';

export function surroundingsOf(
  tenant: Pick<TenantProfile, 'name' | 'persona'> | undefined,
  inputAddress: InputAddress,
  { transcribes = false }: { transcribes?: boolean | undefined } = {},
): Surroundings {
  const { language, voice, voiceLanguage } = tenant?.persona ?? {
    language: DEFAULT_LANGUAGE,
    voice: 'WOMAN',
    voiceLanguage: null,
  };
  const hints = tenant ? hintsOf(tenant) : '';
  return { inputAddress, language, voice, voiceLanguage, hints, transcribes };
}
