import { notificationsStore } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useState } from 'react';

const Stack = lazy(async () => ({ default: (await import('./notification-stack.ts')).Notifications }));

/** Where notifications appear; what shows them is loaded with the first one. */
export function Notifications() {
  const [areThere, setThere] = useState(false);
  useEffect(() => {
    const look = () => setThere((were) => were || notificationsStore.getState().notifications.length > 0);
    look();
    const unsubscribe = notificationsStore.subscribe(look);
    return () => void unsubscribe();
  }, []);
  if (!areThere) return null;
  return (
    <Suspense>
      <Stack position="bottom-right" />
    </Suspense>
  );
}
