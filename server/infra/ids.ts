import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** A row's id, a UUID, that can't be passed where another kind of row is meant. */
type Id<Kind extends string> = string & { readonly brand: Kind };

export type TenantId = Id<'TenantId'>;

/** Whether a text could be a row's id at all; PostgreSQL refuses others with an error of its own. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** For what a client sends: whether there is such a tenant, and in the viewer's reach, is still to be found out. */
export const isTenantId = (text: string): text is TenantId => isUuid(text);

/** For a tenant that is just being made. */
export const newTenantId = (): TenantId => randomUUID() as string as TenantId;

/** In what we wrote ourselves, from a row: a job's payload, a notification. */
const written = <Kind extends string>() => z.uuid().pipe(z.custom<Id<Kind>>());

export const writtenTenantId = written<'TenantId'>();
