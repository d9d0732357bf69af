import { call } from './call.ts';
import { calls } from './calls.ts';
import { common } from './common.ts';
import { dashboard } from './dashboard.ts';
import { notices } from './notices.ts';
import { signIn } from './sign-in.ts';

/** What the frame and the dashboard say; the rest comes with the first other screen. */
export const first = { call, calls, common, dashboard, notices, signIn } as const;
