import { FIELDS, type Field, isSame, type PersonaText } from './persona-text.ts';

/**
 * A draft that was begun on one version, on top of another: what was touched stays, the rest is as the new one has it.
 * @returns `isContested` where the new version changed a text that the admin is editing as well
 */
export function rebased(
  before: PersonaText,
  mine: PersonaText,
  theirs: PersonaText,
): { text: PersonaText; isContested: boolean } {
  const isTouched = (field: Field) => !isSame(field, mine, before) && !isSame(field, mine, theirs);
  const touched = FIELDS.filter(isTouched);
  return {
    text: { ...theirs, ...Object.fromEntries(touched.map((field) => [field, mine[field]])) },
    isContested: touched.length > 0,
  };
}
