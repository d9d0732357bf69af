import { defineEntity, p } from '@mikro-orm/core';

/** What super admins set about the platform's account at the carrier: exactly one row. */
export const CarrierSettingsEntity = defineEntity({
  name: 'CarrierSettings',
  tableName: 'carrier_settings',
  properties: {
    onlyRow: p.boolean().primary().default(true),
    /** Millionths of a rupee; null: what the carrier itself calls low. */
    lowBalanceMicros: p.bigint('number').nullable(),
    updatedAt: p.datetime(6).nullable(),
  },
});
