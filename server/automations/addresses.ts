import { type Context, viewerOf } from '../auth/access.ts';

/**
 * Whether a viewer reads where automations send to: web addresses, which often carry a key, e-mail addresses and
 * numbers. Staff see what automations do, and not that.
 */
export const seesAddresses = (context: Context): boolean => viewerOf(context).role !== 'TENANT_STAFF';
