/** What is heard, on its own or inside a `Gather`. */
export type Heard =
  | { step: 'say'; words: string; attributes: Attributes }
  | { step: 'play'; url: string; attributes: Attributes };

/** An element's attributes as they stand in the document. */
export type Attributes = Readonly<Record<string, string>>;

/** One element of a reply, in our own words and the order in which it runs. */
export type Step =
  | Heard
  | { step: 'gather'; action: string; prompts: Heard[]; attributes: Attributes }
  | { step: 'record'; action: string; attributes: Attributes }
  | { step: 'dial'; action: string | undefined; destinations: string[]; attributes: Attributes }
  | { step: 'wait'; attributes: Attributes }
  | { step: 'redirect'; url: string; attributes: Attributes }
  | { step: 'hangUp'; attributes: Attributes };
