import type { VobizCredentials } from './vobiz-account.ts';

export const CONNECTION_STATUSES = ['CONNECTED', 'REFUSED', 'UNVERIFIED'] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** How credentials fared with Vobiz, and a sentence about it for a person. */
export type Connection = { status: ConnectionStatus; detail: string };

/** Asks Vobiz about credentials, within seconds. Never throws: not reaching it is UNVERIFIED. */
export type CheckConnection = (credentials: VobizCredentials) => Promise<Connection>;
