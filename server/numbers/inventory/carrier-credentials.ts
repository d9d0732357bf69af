import type { Secret, Vault } from '../../infra/secrets.ts';
import { UNREADABLE_KEY, type VobizAccount, type VobizCredentials } from '../../settings/vobiz-account.ts';
import { providerApiKeyOf } from './provider-api-key.ts';

/** A number as its account is told by it. */
export type NumberAccount = {
  numberId: string;
  /** The number's own X-Auth-Token, encrypted; null: it is in the platform's account. */
  sealedKey: Buffer | null;
  /** The account that Vobiz took that key for. */
  keyAccount: string | null;
};

/** With which account Vobiz is asked about something, and who pays that account; or why it can't be asked. */
export type CarrierCredentials =
  | { isKnown: true; credentials: VobizCredentials; byPlatform: boolean }
  | { isKnown: false; reason: string };

/**
 * The account that a number is in: its own, where it has a key, else the platform's, as for a number that isn't known.
 * @param toldAccount what a webhook named (ParentAuthID). A stranger may have written it, so it counts only for a
 * number with a key of its own, whose account isn't known yet: Vobiz takes no key for another account than its own.
 */
export function carrierCredentials(
  number: NumberAccount | undefined,
  toldAccount: string | null,
  platform: VobizAccount,
  vault: Vault,
): CarrierCredentials {
  if (number && number.sealedKey !== null) {
    const { numberId, sealedKey, keyAccount } = number;
    const appId = keyAccount ?? toldAccount;
    if (appId === null)
      return unknown('No webhook has named the account of the number’s key (ParentAuthID).');
    const apiKey = opened(vault, sealedKey, numberId);
    if (!apiKey) return unknown('The number’s key can’t be decrypted with this SECRET_KEY.');
    return { isKnown: true, credentials: { appId, apiKey }, byPlatform: false };
  }
  switch (platform.mode) {
    case 'LIVE':
      return { isKnown: true, credentials: platform.credentials, byPlatform: true };
    case 'UNREADABLE':
      return unknown(UNREADABLE_KEY);
    case 'DEMO':
      return unknown('Neither the number nor the platform has a Vobiz API key.');
  }
}

const unknown = (reason: string): CarrierCredentials => ({ isKnown: false, reason });

function opened(vault: Vault, sealedKey: Buffer, numberId: string): Secret | undefined {
  try {
    return vault.open(sealedKey, providerApiKeyOf(numberId));
  } catch {
    return undefined;
  }
}
