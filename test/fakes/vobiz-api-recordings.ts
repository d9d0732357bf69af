import { type Result, refused } from './vobiz-api-result.ts';

/** The recordings that Vobiz keeps for an account: their addresses; the sound is on other hosts (`recordings.ts`). */
export class FakeRecordings {
  readonly kept = new Map<string, { url: string; callUuid: string; durationMs: number }>();
  /** In the order in which they were deleted. */
  readonly deleted: string[] = [];

  keep(
    id: string,
    { url = `https://media.vobiz.ai/${id}.mp3`, callUuid = 'call-1', durationMs = 3_000 } = {},
  ): void {
    this.kept.set(id, { url, callUuid, durationMs });
  }

  show(id: string): Result {
    const recording = this.kept.get(id);
    if (!recording) return refused(404, 'Recording not found');
    const { url: recording_url, callUuid: call_uuid, durationMs } = recording;
    return {
      status: 200,
      body: { recording_id: id, recording_url, call_uuid, recording_duration_ms: durationMs },
    };
  }

  /** Deleting what isn't there gets 404, also where it was deleted before. */
  remove(id: string): Result {
    if (!this.kept.delete(id)) return refused(404, 'Recording not found');
    this.deleted.push(id);
    return { status: 204, body: undefined };
  }
}
