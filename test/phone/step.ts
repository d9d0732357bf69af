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
  | { step: 'record'; action: string | undefined; attributes: Attributes }
  | { step: 'dial'; action: string | undefined; destinations: string[]; attributes: Attributes }
  | { step: 'conference'; room: string; attributes: Attributes }
  | { step: 'stream'; url: string; attributes: Attributes }
  | { step: 'wait'; attributes: Attributes }
  | { step: 'redirect'; url: string; attributes: Attributes }
  | { step: 'hangUp'; attributes: Attributes };

/** A step of one kind. */
export type StepOf<Kind extends Step['step']> = Extract<Step, { step: Kind }>;

/** Which pages of Vobiz an account's `Record` follows: those of 2026, or those of before, which older accounts still do. */
export type RecordShape = 'documented' | 'older';

export const RECORD_SHAPES: readonly RecordShape[] = ['documented', 'older'];

/** Whether a `Record` runs beside the rest of the call: told so, or with nowhere to go but its report. */
export const isOfSession = ({ action, attributes }: StepOf<'record'>): boolean =>
  attributes.recordSession === 'true' || (action === undefined && attributes.callbackUrl !== undefined);
