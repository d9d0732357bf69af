import type { Catalogue } from '../en/index.ts';
import { call } from './call.ts';
import { calls } from './calls.ts';
import { common } from './common.ts';
import { dashboard } from './dashboard.ts';
import { notices } from './notices.ts';
import { signIn } from './sign-in.ts';

export const first = { call, calls, common, dashboard, notices, signIn } satisfies Partial<Catalogue>;
