export type SoundType = 'audio/mpeg' | 'audio/wav' | 'audio/ogg';

/** Enough of a file's beginning to tell what it is. */
export const HEAD_BYTES = 12;

/**
 * What a file is by its first bytes, whatever its sender calls it. Undefined for all but the sounds that Vobiz records:
 * a page served from here would run in the console's origin.
 */
export function soundType(head: Buffer): SoundType | undefined {
  if (startsWith(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WAVE') return 'audio/wav';
  if (startsWith(head, 'OggS')) return 'audio/ogg';
  return startsWith(head, 'ID3') || isMpegFrame(head) ? 'audio/mpeg' : undefined;
}

const startsWith = (head: Buffer, mark: string) => head.toString('latin1', 0, mark.length) === mark;

/** ISO/IEC 11172-3: eleven bits of sync, version, layer (II or III), bit rate, sampling rate. */
function isMpegFrame(head: Buffer): boolean {
  const [sync = 0, kind = 0, rates = 0] = head;
  const version = (kind >> 3) & 3;
  const layer = (kind >> 1) & 3;
  const isSync = sync === 0xff && kind >> 5 === 7;
  return (
    isSync && version !== 1 && (layer === 1 || layer === 2) && rates >> 4 !== 15 && ((rates >> 2) & 3) !== 3
  );
}
