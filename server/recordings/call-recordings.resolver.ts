import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../auth/access.ts';
import { CallType } from '../calls/call.types.ts';
import type { Database } from '../infra/database.ts';
import { recordingLoader, unkeptLoader } from './recording.loader.ts';
import { RecordingType, UnkeptRecordingType } from './recording.types.ts';

@Resolver(() => CallType)
export class CallRecordingsResolver {
  constructor(
    private readonly database: Database,
    private readonly publicUrl: () => string,
  ) {}

  @FieldResolver(() => [RecordingType], {
    description: 'What can be listened to; a recording comes some seconds after Vobiz has told of it.',
  })
  async recordings(@Root() call: CallType, @Ctx() context: Context): Promise<RecordingType[]> {
    const kept = await recordingLoader(context, this.database).load(call);
    return kept.map((recording) => ({ ...recording, url: `${this.publicUrl()}/recordings/${recording.id}` }));
  }

  @FieldResolver(() => [UnkeptRecordingType], {
    description: 'Recordings that Vobiz told of and that can’t be listened to, with the reason.',
  })
  unkeptRecordings(@Root() call: CallType, @Ctx() context: Context): Promise<UnkeptRecordingType[]> {
    return unkeptLoader(context, this.database).load(call);
  }
}
