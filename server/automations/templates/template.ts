/** A text with fields, taken apart. */
type Part = { text: string } | { field: string };

const FIELD = /\{\{([^{}]*)\}\}/g;

/** The fields in a template, by the names that stand between the braces. */
export const fieldsIn = (template: string): string[] =>
  partsOf(template).flatMap((part) => ('field' in part ? [part.field] : []));

/** Whether braces are opened that nothing closes: a slip of the admin who wrote it. */
export const hasOpenBraces = (template: string): boolean =>
  partsOf(template).some((part) => 'text' in part && part.text.includes('{{'));

/**
 * Puts values in place of a template's fields. A value is put in as it is: fields that stand in it aren't looked for.
 * @param valueFor made fit for where the text goes
 */
export const filledIn = (template: string, valueFor: (field: string) => string): string =>
  partsOf(template)
    .map((part) => ('field' in part ? valueFor(part.field) : part.text))
    .join('');

function partsOf(template: string): Part[] {
  // Split by a group, texts stand at even places and fields at odd ones.
  return template
    .split(FIELD)
    .map((piece, index) => (index % 2 === 0 ? { text: piece } : { field: piece.trim() }));
}
