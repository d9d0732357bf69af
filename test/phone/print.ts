import { styleText } from 'node:util';
import type { Exchange } from './exchange.ts';

/** One exchange as `--json` prints it: a line, without what went wrong. */
export function jsonLine({ webhook, url, status, ms, xml, spoken }: Exchange): string {
  return JSON.stringify({ webhook, url, status, ms: Math.round(ms * 10) / 10, xml, spoken });
}

/** A text for people, without what opens a tenant's addresses: their keys, and the secrets of streams. */
export const masked = (text: string): string =>
  text
    .replace(/([?&]|&amp;)k=[^&"'<>\s]+/g, '$1k=…')
    .replace(/(\/api\/vobiz\/[^/\s"<]+\/stream\/)[^"'<>\s]+/g, '$1…');

/** One exchange for people: what was posted and how long it took, the document, and what was heard. */
export function forPeople({ webhook, status, ms, xml, spoken, problems }: Exchange): string {
  const heading = styleText('dim', `${webhook.padEnd(6)} ${Math.round(ms)} ms, status ${status}`);
  const document = indented(masked(xml)).map((line) => styleText('dim', `  ${line}`));
  const heard = spoken.map((words) => `${styleText('cyan', 'Agent:')} ${words}`);
  const wrong = problems.map((problem) => styleText('red', masked(problem)));
  return [heading, ...document, ...heard, ...wrong].join('\n');
}

/** A document's lines, an element each, indented by depth; text that stands alone stays in its element's line. */
export function indented(xml: string): string[] {
  const lines: string[] = [];
  let depth = 0;
  for (const [part] of xml.matchAll(/<([^\s>/]+)[^>]*>[^<]*<\/\1>|<[^>]*>|[^<]+/g)) {
    if (!part.trim()) continue;
    const opens = /^<[^/?!]/.test(part);
    const closes = /^<\//.test(part);
    if (closes) depth = Math.max(0, depth - 1);
    lines.push('  '.repeat(depth) + part.trim());
    if (opens && !part.endsWith('/>') && !/<\/[^>]*>$/.test(part)) depth += 1;
  }
  return lines;
}
