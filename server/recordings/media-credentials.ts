import type { Secret, Vault } from '../infra/secrets.ts';
import { providerApiKeyOf } from '../numbers/inventory/provider-api-key.ts';
import type { VobizAccount } from '../settings/vobiz-account.ts';
import type { CallNumber } from './recording.store.ts';

/** What Vobiz's media hosts want to see (docs.vobiz.ai, "Recordings"). */
export type MediaCredentials = { authId: string; token: Secret };

/**
 * The account that a webhook named, with the called number's own key. A number without one was bought on the platform's
 * account, whose key it takes then; a number that isn't the tenant's gets none.
 * @throws Error with a sentence, where something is missing that an admin can still provide
 */
export function mediaCredentials(
  { parentAuthId, numberId, sealedKey }: CallNumber & { parentAuthId: string | null },
  platform: VobizAccount,
  vault: Vault,
): MediaCredentials {
  if (numberId === null)
    throw new Error('The call’s number is none of this tenant’s, so there is no key for it.');
  if (sealedKey !== null) {
    if (parentAuthId === null) throw new Error('The webhook named no account (ParentAuthID).');
    return { authId: parentAuthId, token: vault.open(sealedKey, providerApiKeyOf(numberId)) };
  }
  if (platform.mode !== 'LIVE')
    throw new Error(
      'The number has no provider API key, and the platform has no Vobiz API key to use instead.',
    );
  const { appId, apiKey } = platform.credentials;
  return { authId: parentAuthId ?? appId, token: apiKey };
}
