import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** A row's id, a UUID, that can't be passed where another kind of row is meant. */
type Id<Kind extends string> = string & { readonly brand: Kind };

export type TenantId = Id<'TenantId'>;
export type CallId = Id<'CallId'>;
export type CustomerId = Id<'CustomerId'>;
export type UserId = Id<'UserId'>;

/** Whether a text could be a row's id at all; PostgreSQL refuses others with an error of its own. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** For what a client sends: whether there is such a row, and in the viewer's reach, is still to be found out. */
export const isTenantId = (text: string): text is TenantId => isUuid(text);
export const isCallId = (text: string): text is CallId => isUuid(text);
export const isCustomerId = (text: string): text is CustomerId => isUuid(text);
export const isUserId = (text: string): text is UserId => isUuid(text);

/** Nobody's, and before all others. */
const NONE: string = '00000000-0000-0000-0000-000000000000';
export const NO_TENANT = NONE as TenantId;
export const NO_CALL = NONE as CallId;
export const NO_CUSTOMER = NONE as CustomerId;

/** For a row that we are just making; the ids of calls and customers the database makes. */
export const newTenantId = (): TenantId => randomUUID() as string as TenantId;
export const newUserId = (): UserId => randomUUID() as string as UserId;

/** In what we wrote ourselves, from a row: a job's payload, a notification. */
const written = <Kind extends string>() => z.uuid().pipe(z.custom<Id<Kind>>());

export const writtenTenantId = written<'TenantId'>();
export const writtenCallId = written<'CallId'>();
export const writtenUserId = written<'UserId'>();
