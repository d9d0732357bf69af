import type { Secret, Vault } from '../infra/secrets.ts';
import { providerApiKeyOf } from '../numbers/inventory/provider-api-key.ts';
import type { VobizAccount } from '../settings/vobiz-account.ts';
import type { CallNumber } from './recording.store.ts';
import { UnfitRecording } from './unfit-recording.ts';

/** What Vobiz's media hosts want to see (docs.vobiz.ai, "Recordings"). */
export type MediaCredentials = {
  authId: string;
  token: Secret;
  /** Where Vobiz is the first to tell whether the account is the number's: what is to be remembered when it says so. */
  proves?: { numberId: string; account: string };
};

/**
 * The number's own account, with its own key. A webhook names the account, and anyone may have sent it: so for a number
 * with a key of its own, the account counts that Vobiz once accepted with that key, and for any other the one that the
 * number was bought with, whose key it takes. A number that isn't the tenant's gets none.
 * @throws UnfitRecording where the webhook named another account: nothing is asked with it
 * @throws Error with a sentence, where something is missing that an admin can still provide
 */
export function mediaCredentials(
  { parentAuthId, numberId, sealedKey, keyAccount, boughtWith }: CallNumber & { parentAuthId: string | null },
  platform: VobizAccount,
  vault: Vault,
): MediaCredentials {
  if (numberId === null)
    throw new Error('The call’s number is none of this tenant’s, so there is no key for it.');
  if (sealedKey !== null) {
    const account = keyAccount ?? parentAuthId;
    if (account === null) throw new Error('The webhook named no account (ParentAuthID).');
    if (parentAuthId !== null && parentAuthId !== account) throw foreign();
    const token = vault.open(sealedKey, providerApiKeyOf(numberId));
    return { authId: account, token, ...(keyAccount === null && { proves: { numberId, account } }) };
  }
  if (platform.mode !== 'LIVE')
    throw new Error(
      'The number has no provider API key, and the platform has no Vobiz API key to use instead.',
    );
  const { appId, apiKey } = platform.credentials;
  if (parentAuthId !== null && parentAuthId !== appId) throw foreign();
  if (boughtWith !== null && boughtWith !== appId)
    throw new Error('The number was bought with another Vobiz account than the platform has now.');
  return { authId: appId, token: apiKey };
}

const foreign = () =>
  new UnfitRecording('The webhook named an account (ParentAuthID) that isn’t the number’s own.');
