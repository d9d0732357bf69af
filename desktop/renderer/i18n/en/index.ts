import { common } from './common.ts';
import { persona } from './persona.ts';
import { signIn } from './sign-in.ts';

/** A namespace a screen. */
export const en = { common, persona, signIn } as const;

type Words<T> = { [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };

/** What another language's catalogue has to hold: the same keys, other words. */
export type Catalogue = Words<typeof en>;
