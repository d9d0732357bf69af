import { badInput } from '../infra/app-error.ts';

const SLUG = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

/** Words that stand, or may one day stand, at the same place in an address, or that could pass for us. */
const RESERVED: ReadonlySet<string> = new Set(
  `admin administrator api app assets auth console dashboard docs graphql healthz help internal kaivox login logout
   metrics null oauth platform public readyz recordings root settings setup sign-in sign-out signin signout static
   status support system tenant tenants undefined vobiz webhook webhooks websocket www`.split(/\s+/),
);

/**
 * A tenant's name in addresses; it stands in customers' portals and never changes.
 * @throws AppError BAD_USER_INPUT
 */
export function readSlug(typed: string): string {
  const slug = typed.trim();
  if (!SLUG.test(slug)) {
    throw badInput(
      'slug',
      'A slug has 3 to 40 lowercase letters, digits and hyphens, and begins and ends with a letter or digit.',
    );
  }
  if (RESERVED.has(slug)) throw badInput('slug', `"${slug}" is reserved; please choose another slug.`);
  return slug;
}
