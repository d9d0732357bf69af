import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { CallAnalysisEntity } from '../analysis/call-analysis/call-analysis.entity.ts';
import { SessionEntity } from '../auth/sessions/session.entity.ts';
import { UserEntity } from '../auth/users/user.entity.ts';
import { CallEntity } from '../calls/call.entity.ts';
import { ExchangeEntity } from '../calls/exchange.entity.ts';
import { TurnEntity } from '../calls/turn.entity.ts';
import { CustomerEntity } from '../customers/customer.entity.ts';
import { FollowUpEntity } from '../follow-ups/follow-up.entity.ts';
import { ProcessHeartbeatEntity } from '../infra/jobs/process-heartbeat.entity.ts';
import { PhoneNumberEntity } from '../numbers/inventory/phone-number.entity.ts';
import { NumberOrderEntity } from '../numbers/orders/number-order.entity.ts';
import { PlatformSettingsEntity } from '../settings/platform-settings.entity.ts';
import { PersonaEntity } from '../tenants/personas/persona.entity.ts';
import { TenantEntity } from '../tenants/tenant.entity.ts';
import { FirstHouse } from './migrations/0001-first-house.ts';
import { Auth } from './migrations/0002-auth.ts';
import { CustomersFound } from './migrations/0003-customers-found.ts';
import { Lists } from './migrations/0003-lists.ts';
import { Numbers } from './migrations/0004-numbers.ts';
import { AfterTheCall } from './migrations/0005-after-the-call.ts';
import { Automations } from './migrations/0006-automations.ts';
import { Setup } from './migrations/0007-setup.ts';
import { Erasing } from './migrations/0008-erasing.ts';
import { Recordings } from './migrations/0008-recordings.ts';
import { Search } from './migrations/0009-search.ts';
import { OpeningHours } from './migrations/0010-opening-hours.ts';
import { WebhookLog } from './migrations/0011-webhook-log.ts';
import { PromptLogEntry } from './migrations/0012-told.ts';
import { UnheardTurns } from './migrations/0015-unheard-turns.ts';
import { ProcessHeartbeats } from './migrations/0016-process-heartbeats.ts';

const entities = [
  TenantEntity,
  PersonaEntity,
  UserEntity,
  SessionEntity,
  CustomerEntity,
  CallEntity,
  ExchangeEntity,
  TurnEntity,
  CallAnalysisEntity,
  FollowUpEntity,
  PhoneNumberEntity,
  NumberOrderEntity,
  PlatformSettingsEntity,
  ProcessHeartbeatEntity,
];

/** In the order in which they run. What has once been released is never edited; a change is a new one. */
const migrationsList = [
  { name: '0001-first-house', class: FirstHouse },
  { name: '0002-auth', class: Auth },
  { name: '0003-lists', class: Lists },
  { name: '0003-customers-found', class: CustomersFound },
  { name: '0004-numbers', class: Numbers },
  { name: '0005-after-the-call', class: AfterTheCall },
  { name: '0007-setup', class: Setup },
  { name: '0006-automations', class: Automations },
  { name: '0008-recordings', class: Recordings },
  { name: '0008-erasing', class: Erasing },
  { name: '0009-search', class: Search },
  { name: '0010-opening-hours', class: OpeningHours },
  { name: '0012-told', class: PromptLogEntry },
  { name: '0015-unheard-turns', class: UnheardTurns },
  { name: '0011-webhook-log', class: WebhookLog },
  { name: '0016-process-heartbeats', class: ProcessHeartbeats },
];

export type OrmOptions = {
  url: string;
  /** Connections at most. */
  poolSize?: number;
  /** Longest run of one statement, in milliseconds. */
  statementTimeoutMs?: number;
};

/** The object-relational mapper over a PostgreSQL; connects at first use. */
export function createOrm({ url, poolSize = 20, statementTimeoutMs = 15_000 }: OrmOptions): MikroORM {
  return new MikroORM({
    clientUrl: url,
    // Takes the database's name from the address, for the migrator's messages.
    dbName: decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres',
    entities,
    extensions: [Migrator],
    migrations: {
      migrationsList,
      tableName: 'kaivox_migrations',
      snapshot: false,
      transactional: true,
      silent: true,
    },
    pool: { min: 0, max: poolSize },
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: statementTimeoutMs,
      application_name: 'kaivox',
    },
    forceUtcTimezone: true,
    allowGlobalContext: false,
  });
}
