import type { SecretPlace } from '../infra/secrets.ts';

/** Where the platform's key for Vobiz is stored: the settings' only row. */
export const VOBIZ_API_KEY: SecretPlace = {
  table: 'platform_settings',
  column: 'vobiz_api_key',
  row: 'true',
};
