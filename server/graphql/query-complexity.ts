import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { MAX_PAGE } from '../infra/graphql/connection.ts';

/** What an operation asks for. Fragments count wherever they are spread. */
export type QueryComplexity = {
  /** Fields below each other; `{ me { id } }` has 2. */
  depth: number;
  aliases: number;
  directives: number;
  /** Objects in the answer, estimated: pages as long as was asked for, other lists as LIST_LENGTH. */
  cost: number;
};

/** What a list without `first` is taken to hold, such as a call's turns, unless its field's extension `listLength` says. */
const LIST_LENGTH = 20;
/** The types around a page, whose list is as long as the page: counted already. */
const PAGE_TYPE = /(Connection|Page)$/;
const NOTHING: QueryComplexity = { depth: 0, aliases: 0, directives: 0, cost: 0 };

/**
 * Measures a valid selection, each fragment once. Introspection has depth and cost 0: graphql-js bounds it itself.
 * @throws GraphQLError where a variable is null and its argument can't be
 */
export function queryComplexity(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
  selectionSet: SelectionSetNode,
  root: GraphQLCompositeType,
): QueryComplexity {
  const measured = new Map<string, QueryComplexity>();

  const ofSet = (
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType | undefined,
  ): QueryComplexity => selections.map((selection) => ofSelection(selection, parent)).reduce(sum, NOTHING);

  const ofSelection = (
    selection: SelectionNode,
    parent: GraphQLCompositeType | undefined,
  ): QueryComplexity => {
    const own = { ...NOTHING, directives: selection.directives?.length ?? 0 };
    switch (selection.kind) {
      case Kind.FIELD:
        return sum(own, ofField(selection, parent));
      case Kind.FRAGMENT_SPREAD:
        return sum(own, ofFragment(selection.name.value));
      case Kind.INLINE_FRAGMENT:
        return sum(
          own,
          ofSet(selection.selectionSet, narrowed(selection.typeCondition?.name.value) ?? parent),
        );
    }
  };

  const ofFragment = (name: string): QueryComplexity => {
    const fragment = fragments.get(name);
    const known = measured.get(name);
    if (known || !fragment) return known ?? NOTHING;
    const measure = ofSet(fragment.selectionSet, narrowed(fragment.typeCondition.name.value));
    measured.set(name, measure);
    return measure;
  };

  const ofField = (node: FieldNode, parent: GraphQLCompositeType | undefined): QueryComplexity => {
    const aliases = node.alias ? 1 : 0;
    const field = parent && 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (!field) return { ...NOTHING, aliases };
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return { ...NOTHING, aliases, depth: 1 };
    const inner = ofSet(node.selectionSet, type);
    const { objects, each } = lengths(field, parent, getArgumentValues(field, node, variables));
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + aliases,
      directives: inner.directives,
      cost: objects + each * inner.cost,
    };
  };

  const narrowed = (name: string | undefined): GraphQLCompositeType | undefined => {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  };

  return ofSet(selectionSet, root);
}

/** How many objects a field stands for itself, and how many times its selection is answered. */
function lengths(
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLCompositeType | undefined,
  { first, perPage }: Readonly<Record<string, unknown>>,
) {
  const page = first ?? perPage;
  if (typeof page === 'number') return { objects: 1, each: Math.min(Math.max(page, 1), MAX_PAGE) };
  const isOwnList = isListType(getNullableType(field.type)) && !PAGE_TYPE.test(parent?.name ?? '');
  const { listLength } = field.extensions;
  const length = typeof listLength === 'number' ? listLength : LIST_LENGTH;
  return isOwnList ? { objects: length, each: length } : { objects: 1, each: 1 };
}

const sum = (one: QueryComplexity, other: QueryComplexity): QueryComplexity => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  cost: one.cost + other.cost,
});
