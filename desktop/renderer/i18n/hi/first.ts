import type { Catalogue } from '../en/index.ts';
import { call } from './call.ts';
import { calls } from './calls.ts';
import { common } from './common.ts';
import { dashboard } from './dashboard.ts';
import { signIn } from './sign-in.ts';

export const first = { call, calls, common, dashboard, signIn } satisfies Partial<Catalogue>;
