import { FIELDS, type PersonaText } from './persona-text.ts';

/**
 * A draft that was begun on one version, on top of another: what was touched stays, the rest is as the new one has it.
 * @returns `isContested` where the new version changed the text behind somebody's back who is editing
 */
export function rebased(
  before: PersonaText,
  mine: PersonaText,
  theirs: PersonaText,
): { text: PersonaText; isContested: boolean } {
  const isTouched = (field: keyof PersonaText) =>
    mine[field] !== before[field] && mine[field] !== theirs[field];
  const text = { ...theirs };
  for (const field of FIELDS) if (isTouched(field)) text[field] = mine[field];
  return { text, isContested: FIELDS.some(isTouched) };
}
