import { Field, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import { CONNECTION_STATUSES, type ConnectionStatus } from './connection.ts';

const MarketplaceModeEnum = enumOf(
  'MarketplaceMode',
  ['DEMO', 'LIVE'],
  'DEMO until both of Vobiz’s credentials are set: numbers are then not real, and nothing is paid.',
);
const VobizConnectionStatusEnum = enumOf(
  'VobizConnectionStatus',
  CONNECTION_STATUSES,
  'UNVERIFIED: Vobiz couldn’t be asked.',
);

@ObjectType('VobizConnection', {
  description: 'How the credentials fared when Vobiz was last asked about them.',
})
export class VobizConnectionType {
  @Field(() => VobizConnectionStatusEnum)
  status!: ConnectionStatus;

  @Field(() => String, { description: 'A sentence for a person.' })
  detail!: string;

  @Field(() => DateTimeScalar)
  checkedAt!: Date;
}

@ObjectType('PlatformSettings')
export class PlatformSettingsType {
  @Field(() => String, { nullable: true })
  vobizAppId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key’s last four characters, as ••••1234; never the key.',
  })
  vobizApiKeyHint!: string | null;

  @Field(() => MarketplaceModeEnum)
  marketplaceMode!: 'DEMO' | 'LIVE';

  @Field(() => DateTimeScalar, { nullable: true })
  updatedAt!: Date | null;

  @Field(() => VobizConnectionType, { nullable: true, description: 'Null in demo mode.' })
  connection!: VobizConnectionType | null;

  @Field(() => Boolean, { description: 'Whether super admins need a second factor.' })
  requireSecondFactor!: boolean;
}

@InputType({ description: 'What is left out stays as it is; null or an empty text clears.' })
export class UpdatePlatformSettingsInput {
  @Field(() => String, { nullable: true })
  vobizAppId?: string | null;

  @Field(() => String, { nullable: true })
  vobizApiKey?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether super admins need a second factor; one without it has to set it up before anything else.',
  })
  requireSecondFactor?: boolean | null;
}
