import type { SecretPlace } from '../../infra/secrets.ts';

/** Where a number's own X-Auth-Token is stored. Its row keeps its id when the number moves to another tenant. */
export const providerApiKeyOf = (numberId: string): SecretPlace => ({
  table: 'phone_numbers',
  column: 'provider_api_key',
  row: numberId,
});
