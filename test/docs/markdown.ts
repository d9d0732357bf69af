import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');

/** A fenced block: `info` is what stands behind the backticks, as `graphql run`. */
export type Block = { info: string; text: string };

/** @param page its path in the project */
export const textOf = (page: string): string => readFileSync(resolve(PROJECT, page), 'utf8');

/** The fenced blocks of a page of ours, in their order. @param page its path in the project */
export function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(/^```(\S[^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({
    info,
    text,
  }));
}
