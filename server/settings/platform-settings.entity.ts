import { defineEntity, p } from '@mikro-orm/core';
import type { ConnectionStatus } from './connection.ts';

/** The platform's own settings: exactly one row. */
export const PlatformSettingsEntity = defineEntity({
  name: 'PlatformSettings',
  tableName: 'platform_settings',
  properties: {
    onlyRow: p.boolean().primary().default(true),
    /** Sent to Vobiz as X-Auth-ID. */
    vobizAppId: p.text().nullable(),
    /** Sent to Vobiz as X-Auth-Token; encrypted. */
    vobizApiKey: p.blob().$type<Buffer>().nullable().hidden(),
    /** Which SECRET_KEY this database's secrets are encrypted with. */
    keyFingerprint: p.text().nullable(),
    updatedAt: p.datetime(6).nullable(),
    /** How the credentials fared when Vobiz was last asked about them; null until it was. */
    connectionStatus: p.text().$type<ConnectionStatus>().nullable(),
    connectionDetail: p.text().nullable(),
    connectionCheckedAt: p.datetime(6).nullable(),
    /** Whether a super admin without a second factor has to set one up before anything else. */
    requireSecondFactor: p.boolean().default(false),
  },
});
