import type { Element, Node } from '@xmldom/xmldom';

/** The SSML that a `Speak` may hold, and its attributes (docs.vobiz.ai, "Speak": "text, SSML"; the elements are those of SSML 1.1 that speak). */
const SSML: Readonly<Record<string, readonly string[]>> = {
  break: ['strength', 'time'],
  emphasis: ['level'],
  lang: ['xml:lang'],
  p: [],
  phoneme: ['alphabet', 'ph'],
  prosody: ['volume', 'rate', 'pitch'],
  s: [],
  'say-as': ['interpret-as', 'format', 'detail'],
  sub: ['alias'],
  w: ['role'],
};

/** Sentences about what may not stand in an element that speaks. @param takesSsml the guide's `Say` doesn't */
export function ssmlProblems(element: Element, takesSsml: boolean): string[] {
  return [...element.getElementsByTagName('*')].flatMap((inner) => {
    const attributes = takesSsml && Object.hasOwn(SSML, inner.nodeName) ? SSML[inner.nodeName] : undefined;
    if (!attributes) return `${inner.nodeName} may not stand in ${element.nodeName}.`;
    return [...inner.attributes].flatMap(({ name }) =>
      attributes.includes(name) ? [] : `${inner.nodeName} in ${element.nodeName} takes no ${name}.`,
    );
  });
}

/** What is heard of an element: its text, and what stands for a `sub`. */
export const spokenText = (element: Element): string => withoutBlanks(heardOf(element));

export const withoutBlanks = (text: string): string => text.replace(/\s+/g, ' ').trim();

function heardOf(node: Node): string {
  if (node.nodeType === node.COMMENT_NODE) return '';
  const alias = node.nodeName === 'sub' ? (node as Element).getAttribute('alias') : null;
  if (alias) return alias;
  if (node.childNodes.length === 0) return node.nodeName === 'break' ? ' ' : (node.nodeValue ?? '');
  return [...node.childNodes].map(heardOf).join('');
}
