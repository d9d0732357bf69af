/** What came, or was to come, is nothing that will ever be kept. Its message is a sentence. */
export class UnfitRecording extends Error {
  override readonly name: string = 'UnfitRecording';
}
