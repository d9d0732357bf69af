/**
 * A column of encrypted credentials. Each value is bound to its table, its column and the text of its row's `rowId`;
 * nobody but the platform sees all of them.
 */
export type EncryptedColumn = {
  table: string;
  column: string;
  rowId: string;
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
