import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context, reachOf, tenantFor, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { isUuid } from '../../infra/ids.ts';
import { DELETE_CARRIER_RECORDINGS } from './delete-carrier-recordings.job.ts';
import { countErasures, listErasures, reopenErasure } from './recording-erasure.store.ts';
import { RecordingErasuresType } from './recording-erasure.types.ts';

const MOST = 50;

@Resolver()
export class RecordingErasureResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => RecordingErasuresType, {
    description: 'Whether recordings that were deleted here are deleted at Vobiz, of one tenant or of all.',
  })
  @Allow(...ADMINS)
  async recordingErasures(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, {
      nullable: true,
      description: 'Left out by a super admin: of all tenants, those that are erased as well.',
    })
    tenantId?: string | null,
  ): Promise<RecordingErasuresType> {
    const viewer = viewerOf(context);
    const isOfAll = viewer.tenantId === null && !tenantId;
    const of = isOfAll ? undefined : tenantFor(viewer, tenantId);
    return this.database.within(of, async (tx) => {
      const counts = await countErasures(tx, of);
      const latest = await listErasures(tx, { tenantId: of, most: MOST });
      return { pending: counts.PENDING, deleted: counts.DELETED, failed: counts.FAILED, latest };
    });
  }

  @Mutation(() => Boolean, { description: 'Has a recording that Vobiz didn’t delete tried again.' })
  @Allow(...ADMINS)
  async retryRecordingErasure(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    const tenantId = reachOf(viewerOf(context));
    await this.database.within(tenantId, async (tx) => {
      const now = this.clock.now();
      if (!isUuid(id) || !(await reopenErasure(tx, id, { tenantId, now }))) throw notFound('deletion');
      await tx.addJob(DELETE_CARRIER_RECORDINGS, {}, { key: DELETE_CARRIER_RECORDINGS });
      await audit(tx, context, { action: 'recording.eraseAgain', tenantId: tenantId ?? null, subject: id });
    });
    return true;
  }
}
