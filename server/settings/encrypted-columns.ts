import type { EncryptedColumn } from './encrypted-column.store.ts';

/** Every encrypted column there is: what a change of SECRET_KEY has to reach. */
export const ENCRYPTED_COLUMNS: readonly EncryptedColumn[] = [
  { table: 'platform_settings', column: 'vobiz_api_key', rowId: 'only_row', canBeEnteredAgain: true },
  { table: 'phone_numbers', column: 'provider_api_key', rowId: 'id', canBeEnteredAgain: true },
  {
    table: 'left_keys',
    column: 'provider_api_key',
    rowId: 'number_id',
    // As it was copied from the number's row.
    boundTo: 'phone_numbers',
    canBeEnteredAgain: true,
  },
  { table: 'users', column: 'second_factor_secret', rowId: 'id', canBeEnteredAgain: false },
  { table: 'recordings', column: 'source_url', rowId: 'id', canBeEnteredAgain: true },
  { table: 'pending_transcriptions', column: 'source_url', rowId: 'id', canBeEnteredAgain: true },
  { table: 'automation_actions', column: 'secret', rowId: 'id', canBeEnteredAgain: true },
  { table: 'webhook_keys', column: 'sealed', rowId: 'id', canBeEnteredAgain: true },
];
