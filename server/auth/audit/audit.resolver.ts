import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../infra/graphql/connection.ts';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import type { UserId } from '../../infra/ids.ts';
import { Allow } from '../access.ts';
import type { AuditLog } from './audit-log.ts';

@ObjectType('AuditEntry')
class AuditEntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'A user, who may be gone; null for the platform itself.' })
  actorId!: UserId | null;

  @Field(() => String, { nullable: true, description: 'As it was then.' })
  actorEmail!: string | null;

  @Field(() => String, { description: 'The thing and the verb, as user.create.' })
  action!: string;

  @Field(() => ID, { nullable: true, description: 'A tenant, which may be gone.' })
  tenantId!: string | null;

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was asked from.' })
  address!: string | null;

  @Field(() => GraphQLJSONObject)
  detail!: object;
}

const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntryType);

@Resolver()
export class AuditResolver {
  constructor(private readonly log: AuditLog) {}

  @Query(() => AuditEntryConnection, { description: 'Who did what, newest first.' })
  @Allow('SUPER_ADMIN')
  auditLog(
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId: string | undefined,
  ) {
    return this.log.page({ first, after, tenantId });
  }
}
