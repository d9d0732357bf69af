import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

/** A fenced block: `info` is what stands behind the backticks, as `graphql run`. */
export type Block = { info: string; text: string };

/** The fenced blocks of a page of ours, in their order. @param page its path in the project */
export function blocksOf(page: string): Block[] {
  const text = readFileSync(resolve(PROJECT, page), 'utf8');
  return [...text.matchAll(/^```(\S[^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info = '', inside = '']) => ({
    info,
    text: inside,
  }));
}
