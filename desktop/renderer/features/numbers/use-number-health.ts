import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { NumberHealthQuery } from '../../graphql/generated/graphql.ts';
import { NUMBER_HEALTH } from '../carrier/operations.ts';

export type Health = NumberHealthQuery['numberHealth'][number];

/**
 * How a tenant's numbers are seen, by the numbers' ids; empty until Vobiz has told. The page doesn't wait for it.
 * @param mayAsk staff aren't told
 */
export function useNumberHealth(tenantId: string, mayAsk: boolean): ReadonlyMap<string, Health> {
  const { data } = useQuery(NUMBER_HEALTH, { variables: { tenantId }, skip: !mayAsk });
  return useMemo(() => new Map(data?.numberHealth.map((each) => [each.phoneNumberId, each])), [data]);
}
