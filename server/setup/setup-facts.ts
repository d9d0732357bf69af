import type { ModelState } from '../language-model/model-health.ts';

/** What asking PUBLIC_URL from this machine came to. */
export type Reached =
  | { outcome: 'ours' }
  /** Something answers, but it isn't this KaiVox. */
  | { outcome: 'another'; status: number }
  | { outcome: 'no answer'; reason: string };

/** What the carrier tells of the accounts that a tenant's calls come by; nothing where there is none to ask. */
export type CarrierFacts = {
  lines: ({ most: number; inUse: number | undefined } | { problem: string })[];
  /** Of the platform's account, for super admins alone. */
  balance: { isLow: boolean; isEmpty: boolean; text: string } | { problem: string } | undefined;
};

/** What the checks go by. Times are the latest; undefined: never. */
export type SetupFacts = {
  publicUrl: string;
  reached: Reached;
  model: ModelState;
  tenant: { slug: string; isSuspended: boolean };
  webhookAccess: 'OPEN' | 'KEYED';
  signaturePolicy: 'ACCEPT_UNSIGNED' | 'REQUIRE_SIGNED';
  /** Whether VOBIZ_NETWORKS is set. */
  hasNetworks: boolean;
  answeredAt: Date | undefined;
  inputAt: Date | undefined;
  hungUpAt: Date | undefined;
  lostCalls: number;
  /** The latest webhook that was refused for its signature. */
  badSignatureAt: Date | undefined;
  /** The latest that was refused for its key, or for want of one. */
  wrongKeyAt: Date | undefined;
  /** The latest that was refused for coming from outside VOBIZ_NETWORKS. */
  wrongNetworkAt: Date | undefined;
  /** The latest that was refused since its call was known to be Vobiz's, and it wasn't. */
  unverifiedAt: Date | undefined;
  /** When the latest call began that is known to be Vobiz's. */
  verifiedAt: Date | undefined;
  /** The latest webhook with a good signature, of the last 30 days. */
  signedAt: Date | undefined;
  /** New calls that were turned away within a day, as a stranger may have sent too many, and the latest. */
  flood: { amount: number; at: Date } | undefined;
  /** Replies of the model to calls that strangers may have made, today, and as many as may be. */
  modelTurns: { today: number; most: number };
  /** Recordings that were refused within a week, and why the latest. */
  refusedRecordings: { amount: number; reason: string } | undefined;
  /** The latest webhook for a slug that no tenant has, if it resembles this tenant's. */
  strangeSlug: { slug: string; at: Date } | undefined;
  numbers: { e164: string; status: string; issue: string | null; demo: boolean }[];
  carrier: CarrierFacts;
  /** How far the database's clock is from this machine's, in milliseconds. */
  clockSkewMs: number;
  now: Date;
};
