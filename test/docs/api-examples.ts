import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { type Block, blocksOf } from './markdown.ts';

/** An operation of docs/api.md, with what stands below it. */
export type Example = {
  name: string;
  query: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
  /** What it is said to answer; undefined where nothing is. */
  answer: unknown;
  isRunnable: boolean;
};

/** @throws Error for an operation without a name, which nothing could refer to */
export function apiExamples(): Example[] {
  const blocks = blocksOf('docs/api.md');
  return blocks.flatMap((block, place) =>
    block.info.startsWith('graphql') ? example(block, following(blocks, place)) : [],
  );
}

function example({ info, text }: Block, below: readonly Block[]): Example {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation?.name) throw new Error(`An operation of docs/api.md has no name: ${text}`);
  const json = (kind: string): unknown => {
    const block = below.find((each) => each.info === `json ${kind}`);
    return block && JSON.parse(block.text);
  };
  return {
    name: operation.name.value,
    query: text,
    document,
    operation,
    variables: (json('variables') ?? {}) as Record<string, unknown>,
    answer: json('answer'),
    isRunnable: info === 'graphql run',
  };
}

/** Up to the next operation. */
function following(blocks: readonly Block[], place: number): Block[] {
  const rest = blocks.slice(place + 1);
  const next = rest.findIndex(({ info }) => info.startsWith('graphql'));
  return next < 0 ? rest : rest.slice(0, next);
}

/**
 * What `shown` has and `real` hasn't, or the other way round, by path. Of lists the first entries are compared; null may
 * stand for anything.
 */
export function differences(shown: unknown, real: unknown, path = 'answer'): string[] {
  if (shown === null || real === null) return [];
  if (Array.isArray(shown) && Array.isArray(real)) {
    return shown.length > 0 && real.length > 0 ? differences(shown[0], real[0], `${path}[0]`) : [];
  }
  if (isRecord(shown) && isRecord(real)) {
    return [...new Set([...Object.keys(shown), ...Object.keys(real)])].flatMap((key) =>
      key in shown && key in real ? differences(shown[key], real[key], `${path}.${key}`) : [`${path}.${key}`],
    );
  }
  return typeof shown === typeof real ? [] : [path];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
