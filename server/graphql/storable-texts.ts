import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Context } from '../auth/access.ts';
import { badInput } from '../infra/app-error.ts';
import { fieldName } from './input-place.ts';

type Place = readonly (string | number)[];

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** Has every argument looked through before it reaches a resolver, wherever it came from: variables or literals. */
export function guardTexts(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0) continue;
      field.resolve = guarded(field.resolve ?? defaultFieldResolver);
      if (field.subscribe) field.subscribe = guarded(field.subscribe);
    }
  }
}

const guarded =
  (resolve: Resolve): Resolve =>
  (source, input, context, info) => {
    const place = unstorablePlace(input);
    if (place) {
      const field = fieldName(place);
      throw badInput(
        field,
        `${field} holds a character that can't be stored, such as NUL or half a character.`,
      );
    }
    return resolve(source, input, context, info);
  };

/**
 * Where a value holds a text that PostgreSQL has no way to store: with NUL, or a surrogate without its other half.
 * @returns the way to it, or undefined where all is well
 */
function unstorablePlace(value: unknown, place: Place = []): Place | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? place : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = unstorablePlace(part, [...place, key]);
    if (found) return found;
  }
  return undefined;
}
