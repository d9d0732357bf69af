/** A token of a model's own template: `<|channel|>`, `<｜tool▁calls▁begin｜>`. */
export const TOKEN = /^<[|｜]([^|｜<>\n]{0,60})[|｜]>/u;

/** What may become one. */
export const TOKEN_BEGUN = /^<(?:[|｜][^|｜<>\n]{0,60}[|｜]?)?$/u;

/** A tag of HTML, SSML or of a model's own: its slash, name, value, attributes, and the slash that closes it. */
export const TAG =
  /^<(\/?)([a-z][\w:.-]{0,40})(=[^<>\s]{0,80})?((?:\s+[\w:.-]{1,40}(?:\s{0,3}=\s{0,3}(?:"[^"<>]{0,200}"|'[^'<>]{0,200}'|[^\s"'<>]{1,200}))?){0,12})\s{0,3}(\/?)>/iu;

/** What may become a tag or a declaration. */
export const TAG_BEGUN =
  /^<(?:\/?(?:[a-z][\w:.-]{0,40}(?:=[^<>\s]{0,80})?(?:\s[^<>]{0,300})?)?|[!?][^<>]{0,200})$/iu;

/** A comment, or what XML says of itself. */
export const DECLARATION = /^<(?:!--|!\[CDATA\[|[?!][a-z][^<>]{0,200}>)/iu;
