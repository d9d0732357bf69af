import { badInput } from '../infra/app-error.ts';
import { typedText } from '../infra/typed-text.ts';

/** What people keep about a customer. */
export type CustomerTraits = {
  name: string | null;
  notes: string | null;
  /** Whether the receptionist knows the notes. */
  notesTellable: boolean;
  tags: string[];
};

/** What is left out stays; null clears the name or the notes. */
export type CustomerChange = { [Trait in keyof CustomerTraits]?: CustomerTraits[Trait] | null | undefined };

const MOST_TAGS = 20;

/**
 * A customer's traits with changes made to them.
 * @throws AppError BAD_USER_INPUT naming the field
 */
export function changedCustomer(
  traits: CustomerTraits,
  { name, notes, notesTellable, tags }: CustomerChange,
): CustomerTraits {
  return {
    name:
      name === undefined
        ? traits.name
        : clearable('name', name, { what: 'The name', most: 120, isOneLine: true }),
    notes:
      notes === undefined
        ? traits.notes
        : clearable('notes', notes, { what: 'The text of the notes', most: 5_000 }),
    notesTellable: notesTellable === undefined ? traits.notesTellable : readTellable(notesTellable),
    tags: tags === undefined ? traits.tags : readTags(tags),
  };
}

/** Which traits differ, by name: for the audit, which holds no customer's data. */
export function changedTraits(before: CustomerTraits, after: CustomerTraits): (keyof CustomerTraits)[] {
  return (['name', 'notes', 'notesTellable', 'tags'] as const).filter(
    (trait) => JSON.stringify(before[trait]) !== JSON.stringify(after[trait]),
  );
}

function readTellable(typed: boolean | null): boolean {
  if (typed === null) throw badInput('notesTellable', 'notesTellable must be true or false.');
  return typed;
}

function clearable(
  field: string,
  typed: string | null,
  rules: { what: string; most: number; isOneLine?: boolean },
) {
  return typed === null ? null : typedText(field, typed, { ...rules, mayBeEmpty: true }) || null;
}

/** Trimmed, each once whatever its case, in the order given. */
function readTags(typed: readonly string[] | null): string[] {
  if (typed === null) throw badInput('tags', 'tags must be a list; an empty one removes all tags.');
  const tags = typed.map((tag) => typedText('tags', tag, { what: 'A tag', most: 40, isOneLine: true }));
  const unique = tags.filter((tag, index) => tags.findIndex((other) => isSame(other, tag)) === index);
  if (unique.length > MOST_TAGS) throw badInput('tags', `A customer has at most ${MOST_TAGS} tags.`);
  return unique;
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
