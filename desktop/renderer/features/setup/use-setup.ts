import { useQuery } from '@apollo/client/react';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTenant } from '../../app/tenant.tsx';
import { SETUP } from './operations.ts';

const EVERY_MS = 15_000;

/** The tenant's checks; made again every 15 seconds while the page can be seen. */
export function useSetup() {
  const { id: tenantId } = useTenant();
  const visibility = useDocumentVisibility();
  const { data, error, refetch } = useQuery(SETUP, {
    variables: { tenantId },
    fetchPolicy: 'network-only',
    pollInterval: visibility === 'visible' ? EVERY_MS : 0,
  });
  const [checkedAt, setCheckedAt] = useState<Date>();
  const [isChecking, setChecking] = useState(false);
  useEffect(() => {
    if (data) setCheckedAt(new Date());
  }, [data]);
  const checkAgain = async () => {
    setChecking(true);
    try {
      await refetch();
      setCheckedAt(new Date());
    } catch {
      // The component that reads `error` shows it.
    } finally {
      setChecking(false);
    }
  };
  return { data, error, checkedAt, isChecking, checkAgain };
}
