import { secondFactor, sessions } from './account.ts';
import { audit } from './audit.ts';
import { automations } from './automations.ts';
import { call } from './call.ts';
import { calls } from './calls.ts';
import { carrier } from './carrier.ts';
import { common } from './common.ts';
import { customers } from './customers.ts';
import { dashboard } from './dashboard.ts';
import { door } from './door.ts';
import { followUps } from './follow-ups.ts';
import { marketplace } from './marketplace.ts';
import { notices } from './notices.ts';
import { orders } from './number-orders.ts';
import { numbers } from './numbers.ts';
import { persona } from './persona.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { system } from './system.ts';
import { tenants } from './tenants.ts';
import { users } from './users.ts';
import { webhooks } from './webhooks.ts';

/** A namespace a screen. */
export const en = {
  audit,
  automations,
  call,
  calls,
  carrier,
  common,
  customers,
  dashboard,
  door,
  followUps,
  marketplace,
  notices,
  numbers,
  orders,
  persona,
  secondFactor,
  sessions,
  settings,
  setup,
  signIn,
  system,
  tenants,
  users,
  webhooks,
} as const;

type Words<T> = { [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };

/** What another language's catalogue has to hold: the same keys, other words. */
export type Catalogue = Words<typeof en>;
