/** What XML 1.0 can carry ("Char", section 2.2 of the recommendation). */
function isXmlCharacter(codePoint: number): boolean {
  return (
    codePoint === 0x9 ||
    codePoint === 0xa ||
    codePoint === 0xd ||
    (codePoint >= 0x20 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xe000 && codePoint <= 0xfffd) ||
    (codePoint >= 0x10000 && codePoint <= 0x10ffff)
  );
}

const named = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** Sentences about characters that XML 1.0 can't carry, plain or as a reference: one for each character. */
export function characterProblems(xml: string): string[] {
  const strange = new Set<string>();
  for (const character of xml) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!isXmlCharacter(codePoint)) strange.add(named(codePoint));
  }
  for (const [, hex, decimal] of xml.matchAll(/&#(?:x([0-9a-fA-F]+)|([0-9]+));/g)) {
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (!isXmlCharacter(codePoint)) strange.add(named(codePoint));
  }
  return [...strange].map((name) => `The document holds ${name}, which XML 1.0 can't carry.`);
}

/** Sentences about text that should have been escaped, which the parser lets pass. */
export function escapingProblems(xml: string): string[] {
  const markup = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  const problems: string[] = [];
  const bare = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);).{0,20}/.exec(markup);
  if (bare)
    problems.push(`The document is no well-formed XML: the ampersand of "${bare[0]}" is not escaped.`);
  if (markup.includes(']]>')) problems.push('The document is no well-formed XML: "]]>" is not escaped.');
  return problems;
}
