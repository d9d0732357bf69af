import type { Secret, Vault } from '../../infra/secrets.ts';
import { UNREADABLE_KEY, type VobizAccount, type VobizCredentials } from '../../settings/vobiz-account.ts';
import { providerApiKeyOf } from './provider-api-key.ts';

/** A number as its account is told by it. */
export type NumberAccount = {
  numberId: string;
  /** The number's own X-Auth-Token, encrypted; null: it has none. */
  sealedKey: Buffer | null;
  /** The account that Vobiz took that key for. */
  keyAccount: string | null;
  /** The App ID of the platform's account that it was bought with; null for a demo number and for a tenant's own. */
  boughtWith: string | null;
};

/** With which account Vobiz is asked about something, and who pays that account; or why it can't be asked. */
export type CarrierCredentials =
  | { isKnown: true; credentials: VobizCredentials; byPlatform: boolean }
  | { isKnown: false; reason: string };

/** Why nothing is asked about a number that a tenant brought along without the key of its account. */
export const NO_KEY_STORED = 'No key is stored for this number’s own account.';
/** Why nothing is asked about a number that was bought with an account that the platform no longer has. */
export const ANOTHER_ACCOUNT = 'The number was bought with another Vobiz account than the platform has now.';

/**
 * The account that a number is in: its own, where it has a key; the platform's, where it was bought with that. Nothing
 * is asked about any other, as whatever a tenant says is theirs would be asked with the platform's account.
 * @param toldAccount what a webhook named (ParentAuthID). A stranger may have written it, so it counts only for a
 * number with a key of its own, whose account isn't known yet: Vobiz takes no key for another account than its own.
 */
export function carrierCredentials(
  number: NumberAccount | undefined,
  toldAccount: string | null,
  platform: VobizAccount,
  vault: Vault,
): CarrierCredentials {
  if (!number) return unknown('The number isn’t known here, so there is no account to ask with.');
  const { numberId, sealedKey, keyAccount, boughtWith } = number;
  if (sealedKey !== null) {
    const appId = keyAccount ?? toldAccount;
    if (appId === null)
      return unknown('No webhook has named the account of the number’s key (ParentAuthID).');
    const apiKey = opened(vault, sealedKey, numberId);
    if (!apiKey) return unknown('The number’s key can’t be decrypted with this SECRET_KEY.');
    return { isKnown: true, credentials: { appId, apiKey }, byPlatform: false };
  }
  if (boughtWith === null) return unknown(NO_KEY_STORED);
  switch (platform.mode) {
    case 'LIVE':
      if (platform.credentials.appId !== boughtWith) return unknown(ANOTHER_ACCOUNT);
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
