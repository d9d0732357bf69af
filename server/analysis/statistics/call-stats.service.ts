import type { Viewer } from '../../auth/access.ts';
import { badInput } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { checkedFirst } from '../../infra/graphql/connection.ts';
import { inNamedTenant } from '../../tenants/named-tenant.ts';
import { countCalls, countCallsByTime } from './call-counts.store.ts';
import { insightsOf, statsOf } from './call-stats.ts';
import type { CallStatsType, InsightsType, UnansweredQuestionType } from './call-stats.types.ts';
import { rankUnanswered } from './caller-questions.store.ts';
import type { Range } from './quarters.ts';
import { type RepeatCaller, rankRepeatCallers } from './repeat-callers.store.ts';

const NINETY_DAYS_MS = 90 * 24 * 60 * 60_000;

/** Which calls: those of a tenant that started in a time, `from` included and `to` not; an open end is null. */
export type Asked = {
  tenantId: string | null | undefined;
  from: Date | null | undefined;
  to: Date | null | undefined;
};

/** What a tenant's calls add up to. Every method throws AppError BAD_USER_INPUT where `from` is after `to`. */
export class CallStatsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async stats(viewer: Viewer, asked: Asked): Promise<CallStatsType> {
    const range = rangeOf(asked);
    return inNamedTenant(this.database, viewer, asked.tenantId, async (tx, id) =>
      statsOf(await countCalls(tx, id, range)),
    );
  }

  async insights(viewer: Viewer, asked: Asked): Promise<InsightsType> {
    const range = rangeOf(asked);
    return inNamedTenant(this.database, viewer, asked.tenantId, async (tx, id) =>
      insightsOf(await countCallsByTime(tx, id, range)),
    );
  }

  async unanswered(viewer: Viewer, asked: Asked, first: number): Promise<UnansweredQuestionType[]> {
    const range = rangeOf(asked);
    const most = checkedFirst(first);
    return inNamedTenant(this.database, viewer, asked.tenantId, (tx, id) =>
      rankUnanswered(tx, id, range, most),
    );
  }

  /** Without a `from`, of the last ninety days: these are counted call by call. */
  async repeatCallers(viewer: Viewer, asked: Asked, first: number): Promise<RepeatCaller[]> {
    const { from, to } = rangeOf(asked);
    const end = to ?? this.clock.now();
    const range = { from: from ?? new Date(end.getTime() - NINETY_DAYS_MS), to };
    const most = checkedFirst(first);
    return inNamedTenant(this.database, viewer, asked.tenantId, (tx, id) =>
      rankRepeatCallers(tx, id, range, most),
    );
  }
}

function rangeOf({ from, to }: Asked): Range {
  if (from && to && from > to) throw badInput('from', 'from must be before to.');
  return { from: from ?? null, to: to ?? null };
}
