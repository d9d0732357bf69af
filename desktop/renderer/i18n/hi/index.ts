import type { Catalogue } from '../en/index.ts';
import { common } from './common.ts';
import { persona } from './persona.ts';
import { signIn } from './sign-in.ts';

export const hi: Catalogue = { common, persona, signIn };
