import type { Selectable } from 'kysely';
import type { Tables } from '../infra/tables.ts';

/** As PostgreSQL names what an entity calls `providerApiKey`. */
type SnakeCase<Name> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;

/** A row's columns that hold such values. */
type ColumnOf<Row, Value> = {
  [Name in keyof Row]-?: NonNullable<Row[Name]> extends Value ? SnakeCase<Name> : never;
}[keyof Row];

type EncryptedColumnIn<Name extends keyof Tables> = {
  table: SnakeCase<Name>;
  column: ColumnOf<Selectable<Tables[Name]>, Uint8Array>;
  rowId: ColumnOf<Selectable<Tables[Name]>, string | boolean>;
};

/**
 * A column of encrypted credentials, of those that the entities have. Each value is bound to its table, its column and
 * the text of its row's `rowId`, as PostgreSQL names them; nobody but the platform sees all of them.
 */
export type EncryptedColumn = { [Name in keyof Tables]: EncryptedColumnIn<Name> }[keyof Tables] & {
  /** Whether whoever knows it can simply enter it again. A second factor can't: without it, its owner isn't let in. */
  canBeEnteredAgain: boolean;
};

/** Every encrypted column there is: what a change of SECRET_KEY has to reach. */
export const ENCRYPTED_COLUMNS: readonly EncryptedColumn[] = [
  { table: 'platform_settings', column: 'vobiz_api_key', rowId: 'only_row', canBeEnteredAgain: true },
  { table: 'phone_numbers', column: 'provider_api_key', rowId: 'id', canBeEnteredAgain: true },
  { table: 'users', column: 'second_factor_secret', rowId: 'id', canBeEnteredAgain: false },
  { table: 'recordings', column: 'source_url', rowId: 'id', canBeEnteredAgain: true },
  { table: 'pending_transcriptions', column: 'source_url', rowId: 'id', canBeEnteredAgain: true },
  { table: 'automation_actions', column: 'secret', rowId: 'id', canBeEnteredAgain: true },
];
