import type { Secret } from '../infra/secrets.ts';

/** What every request to Vobiz carries. */
export type VobizCredentials = {
  /** X-Auth-ID, and the account in every path. */
  appId: string;
  /** X-Auth-Token. */
  apiKey: Secret;
};

/** Which market numbers are bought in. */
export type VobizAccount =
  /** No credentials, or only one of the two: the demo market. */
  | { mode: 'DEMO' }
  | { mode: 'LIVE'; credentials: VobizCredentials }
  /** Credentials that were stored under another SECRET_KEY. */
  | { mode: 'UNREADABLE'; appId: string };

/** The sentence for users who need the credentials while they are UNREADABLE. */
export const UNREADABLE_KEY =
  'The stored Vobiz API key can’t be decrypted with this SECRET_KEY. Start with the SECRET_KEY it was stored under, or enter the API key again in the platform settings.';
