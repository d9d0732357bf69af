import type { WebhookCodec } from './webhook-codec.ts';

type Document = { status: number; xml: string };

export const DIFFERENCES = ['STATUS', 'SPOKEN', 'DOCUMENT'] as const;

/** DOCUMENT: the lines of the XML that differ besides what is spoken. */
export type WebhookDifference = { what: (typeof DIFFERENCES)[number]; before: string; now: string };

/** What differs between two answers to the same webhook. Pure. */
export function differencesOf(
  before: Document,
  now: Document,
  { spoken, outline }: Pick<WebhookCodec, 'spoken' | 'outline'>,
): WebhookDifference[] {
  const lines = (xml: string) => outline(xml).split('\n');
  const [old, fresh] = [lines(before.xml), lines(now.xml)];
  const found: WebhookDifference[] = [
    { what: 'STATUS', before: `${before.status}`, now: `${now.status}` },
    { what: 'SPOKEN', before: spoken(before.xml).join('\n'), now: spoken(now.xml).join('\n') },
    { what: 'DOCUMENT', before: without(old, fresh), now: without(fresh, old) },
  ];
  return found.filter((each) => each.before !== each.now);
}

/** The lines that the other document doesn't have as often. */
function without(lines: readonly string[], others: readonly string[]): string {
  const left = [...others];
  const own = lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return own.join('\n');
}
