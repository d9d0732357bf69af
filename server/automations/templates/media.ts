import { filledIn } from './template.ts';
import { fieldValue, type TemplateFacts } from './template-fields.ts';

// Where a template's text goes decides what callers' words may be in it.

/**
 * Characters that no reader sees, and those that turn the reading of a line round. Not the joiners that Indian scripts
 * spell with.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cs}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}\u{ffff}]/gu;

/** For a text of several lines, such as a mail's. */
export const asText = (template: string, facts: TemplateFacts): string =>
  filledIn(template, (field) => visible(fieldValue(field, facts)));

/**
 * For one line, such as a subject: no value can end it and begin another.
 * @param most characters; what is longer ends in …
 */
export function asLine(template: string, facts: TemplateFacts, most: number): string {
  const line = oneLine(filledIn(template, (field) => oneLine(fieldValue(field, facts))));
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** For a URL: no value can leave the place where its field stands. */
export const asUrl = (template: string, facts: TemplateFacts): string =>
  filledIn(template, (field) => escapedInUrl(fieldValue(field, facts)));

const visible = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, '');
const oneLine = (text: string) => visible(text).replaceAll(/\s+/g, ' ').trim();

/** A value of dots alone would climb up the path, also when they are escaped (url.spec.whatwg.org, "double-dot"). */
const escapedInUrl = (text: string) => {
  const value = oneLine(text).toWellFormed();
  return encodeURIComponent(/^\.+$/.test(value) ? '_'.repeat(value.length) : value);
};
