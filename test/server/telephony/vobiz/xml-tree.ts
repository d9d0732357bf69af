import { DOMParser, type Node } from '@xmldom/xmldom';

/** An element: its name, its attributes in order, and what is inside. White space between elements doesn't count. */
type Branch = { name: string; attributes: string[]; inside: Tree[] };
type Tree = string | Branch;

/** Reads a document. @throws on the first thing that is no well-formed XML */
export function xmlTree(xml: string): Tree[] {
  const onError = (_level: string, message: string) => {
    throw new Error(message);
  };
  const { documentElement } = new DOMParser({ onError }).parseFromString(xml, 'application/xml');
  if (!documentElement) throw new Error('There is no root');
  return treesOf(documentElement);
}

function treesOf(node: Node): Tree[] {
  if (!('attributes' in node)) return node.nodeValue?.trim() ? [node.nodeValue] : [];
  const { nodeName, attributes, childNodes } = node as import('@xmldom/xmldom').Element;
  return [
    {
      name: nodeName,
      attributes: [...attributes].map(({ name, value }) => `${name}=${value}`),
      inside: [...childNodes].flatMap(treesOf),
    },
  ];
}

/** All text of a document, one entry an element that holds any. */
export function textsOf(trees: Tree[]): string[] {
  return trees.flatMap((tree) => (typeof tree === 'string' ? [tree] : textsOf(tree.inside)));
}
