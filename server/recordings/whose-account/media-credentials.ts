import type { Secret, Vault } from '../../infra/secrets.ts';
import type { CallNumber } from '../../numbers/inventory/call-number.store.ts';
import { ANOTHER_ACCOUNT, NO_KEY_STORED } from '../../numbers/inventory/carrier-credentials.ts';
import { providerApiKeyOf } from '../../numbers/inventory/provider-api-key.ts';
import type { VobizAccount } from '../../settings/vobiz-account.ts';
import { UnfitRecording } from '../unfit-recording.ts';

/** What Vobiz's media hosts want to see (docs.vobiz.ai, "Recordings"). */
export type MediaCredentials = {
  authId: string;
  token: Secret;
  /** Where Vobiz is the first to tell whether the account is the number's: what is to be remembered when it says so; only of verified calls. */
  proves?: { numberId: string; account: string };
};

/**
 * The number's own account, with its own key. A webhook names the account, and anyone may have sent it: so for a number
 * with a key of its own, the account counts that Vobiz once accepted with that key, and for one that was bought with the
 * platform's account, that. A tenant's own number without a key is fetched for with the platform's only where that very
 * account is named, since such a number may be in it; a number that isn't the tenant's gets none.
 * @throws UnfitRecording where the webhook named another account: nothing is asked with it
 * @throws Error with a sentence, where something is missing that an admin can still provide
 */
export function mediaCredentials(
  { parentAuthId, verified, ...number }: CallNumber & { parentAuthId: string | null },
  platform: VobizAccount,
  vault: Vault,
): MediaCredentials {
  const { numberId, sealedKey, keyAccount, boughtWith } = number;
  if (numberId === null)
    throw new Error('The call’s number is none of this tenant’s, so there is no key for it.');
  if (sealedKey !== null) {
    const account = keyAccount ?? parentAuthId;
    if (account === null) throw new Error('The webhook named no account (ParentAuthID).');
    if (parentAuthId !== null && parentAuthId !== account) throw foreign();
    const token = vault.open(sealedKey, providerApiKeyOf(numberId));
    // A media host may serve whoever asks: what a stranger named is proved by nothing.
    const proves = verified && keyAccount === null ? { proves: { numberId, account } } : {};
    return { authId: account, token, ...proves };
  }
  if (platform.mode !== 'LIVE')
    throw new Error(
      'The number has no provider API key, and the platform has no Vobiz API key to use instead.',
    );
  const { appId, apiKey } = platform.credentials;
  if (parentAuthId !== null && parentAuthId !== appId) throw foreign();
  if (boughtWith === null && parentAuthId !== appId) throw new Error(NO_KEY_STORED);
  if (boughtWith !== null && boughtWith !== appId) throw new Error(ANOTHER_ACCOUNT);
  return { authId: appId, token: apiKey };
}

const foreign = () =>
  new UnfitRecording('The webhook named an account (ParentAuthID) that isn’t the number’s own.');
