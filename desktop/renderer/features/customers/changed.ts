import type { UpdateCustomerInput } from '../../graphql/generated/graphql.ts';
import type { Customer } from './operations.ts';

/** A customer as a form holds them. */
export type Typed = { name: string; notes: string; notesTellable: boolean; tags: string[] };

export const typedOf = ({
  name,
  notes,
  notesTellable,
  tags,
}: Pick<Customer, 'name' | 'notes' | 'notesTellable' | 'tags'>): Typed => ({
  name: name ?? '',
  notes: notes ?? '',
  notesTellable,
  tags: [...tags],
});

/** Only what the user changed: what others change meanwhile stays, and staff may not name what they may not change. */
export function changedIn(before: Typed, now: Typed): UpdateCustomerInput {
  const isSame = (one: readonly string[], other: readonly string[]) =>
    JSON.stringify(one) === JSON.stringify(other);
  return {
    ...(now.name.trim() !== before.name && { name: now.name.trim() || null }),
    ...(now.notes !== before.notes && { notes: now.notes.trim() === '' ? null : now.notes }),
    ...(now.notesTellable !== before.notesTellable && { notesTellable: now.notesTellable }),
    ...(!isSame(now.tags, before.tags) && { tags: now.tags }),
  };
}
