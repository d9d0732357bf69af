import { defineEntity, p } from '@mikro-orm/core';
import type { UserId } from '../../infra/ids.ts';

/** A network that a user has signed in from lately: `networkOf` an address. */
export const SignInNetworkEntity = defineEntity({
  name: 'SignInNetwork',
  tableName: 'sign_in_networks',
  properties: {
    userId: p.uuid().$type<UserId>().primary(),
    network: p.text().primary(),
    lastUsedAt: p.datetime(6),
  },
});
