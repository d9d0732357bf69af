import { type ASTNode, BREAK, type DocumentNode, Kind, visit } from 'graphql';

/**
 * Where in a document a value stands.
 * @returns the argument's name and those of the input fields on the way; none where no node within an argument fits
 */
export function inputPlace(document: DocumentNode, fits: (node: ASTNode) => boolean): readonly string[] {
  let place: readonly string[] = [];
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (!fits(node)) return undefined;
      // Between the nodes on the way stand the lists that they are in.
      place = [...ancestors, parent, node].flatMap((each) =>
        each && 'kind' in each && (each.kind === Kind.ARGUMENT || each.kind === Kind.OBJECT_FIELD)
          ? [each.name.value]
          : [],
      );
      return place.length === 0 ? undefined : BREAK;
    },
  });
  return place;
}

/**
 * What `extensions.field` says: `slug` for `input.slug`, as the services have it, since every mutation's fields come
 * in an argument of that name; else the whole way, as `filter.from`.
 */
export function fieldName(place: readonly (string | number)[]): string {
  const [argument, ...way] = place;
  return (argument === 'input' && way.length > 0 ? way : place).join('.');
}
