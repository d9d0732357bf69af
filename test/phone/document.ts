import { DOMParser, type Document, type Element, ParseError } from '@xmldom/xmldom';
import { characterProblems, escapingProblems } from './characters.ts';
import type { Dialect } from './dialect.ts';
import { type Reading, readElements } from './elements.ts';
import type { RecordShape, Step } from './step.ts';

/**
 * A reply as Vobiz understands it: what it will do, and what is wrong with it, a sentence each. Where `isRefused`,
 * Vobiz runs none of it, and the call drops.
 */
export type ReplyDocument = { steps: Step[]; problems: string[]; isRefused: boolean };

/** Vobiz takes less than 100 KB (docs.vobiz.ai, "Webhooks"), which is read strictly. */
const MOST_BYTES = 100_000;

/**
 * Reads a reply to a webhook, strictly: only elements and attributes that are documented for the dialect, with
 * documented values. Steps are given as far as they can be read, also where there are problems. `record` says which
 * pages the account's `Record` follows.
 */
export function parseDocument(
  reply: string | Uint8Array,
  dialect: Dialect,
  { record = 'documented' }: { record?: RecordShape } = {},
): ReplyDocument {
  const bytes = typeof reply === 'string' ? new TextEncoder().encode(reply) : reply;
  const problems: string[] = [];
  if (bytes.byteLength >= MOST_BYTES) {
    problems.push(`The document has ${bytes.byteLength} bytes; Vobiz takes less than ${MOST_BYTES}.`);
  }
  const xml = typeof reply === 'string' ? reply : decode(reply, problems);
  problems.push(...characterProblems(xml), ...escapingProblems(xml));
  const root = parse(xml, problems);
  const reading: Reading = { dialect, record, problems, isRefused: bytes.byteLength >= MOST_BYTES };
  if (!root) return { steps: [], problems, isRefused: true };
  const steps = readResponse(root, reading);
  return { steps, problems, isRefused: reading.isRefused };
}

function decode(bytes: Uint8Array, problems: string[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    problems.push('The document is not UTF-8.');
    return new TextDecoder().decode(bytes);
  }
}

function parse(xml: string, problems: string[]): Element | undefined {
  // A warning of this parser is an error of XML as well, such as a value without quotation marks.
  const onError = (_level: string, message: string) =>
    void problems.push(`The document is no well-formed XML: ${firstLine(message)}.`);
  let document: Document;
  try {
    document = new DOMParser({ onError }).parseFromString(xml, 'application/xml');
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return undefined;
  }
  if (document.doctype) problems.push('The document has a DOCTYPE.');
  const encoding = /^\uFEFF?<\?xml[^>]*\sencoding=["']([^"']*)["']/.exec(xml)?.[1];
  if (encoding && encoding.toUpperCase() !== 'UTF-8')
    problems.push(`The document calls itself ${encoding}, not UTF-8.`);
  return document.documentElement ?? undefined;
}

const firstLine = (message: string) => message.split('\n')[0]?.trim() ?? '';

function readResponse(root: Element, reading: Reading): Step[] {
  const { problems } = reading;
  if (root.nodeName !== 'Response') {
    problems.push(`The document's root is ${root.nodeName}, not Response.`);
    return [];
  }
  if (root.attributes.length > 0) problems.push('Response takes no attributes.');
  return readElements(root, reading);
}
