/** What a caller said, as it was recorded. */
export type Utterance = {
  sound: Buffer;
  contentType: 'audio/mpeg' | 'audio/wav' | 'audio/ogg';
  /** BCP 47, as hi-IN: what is most likely spoken. */
  language: string;
};

/** Writes down what was said. */
export interface Transcriber {
  /**
   * Resolves with the words on one line; empty where none were said. Throws when it fails, and stops promptly when
   * `signal` aborts.
   */
  transcribe(utterance: Utterance, signal: AbortSignal): Promise<string>;
}
