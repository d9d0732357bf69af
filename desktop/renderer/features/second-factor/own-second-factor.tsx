import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { MINE } from './operations.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUp } from './set-up.tsx';
import { TurnOff } from './turn-off.tsx';

/** Sets one up where there is none, and turns off the one that there is. */
export function OwnSecondFactor({ onKept }: { onKept?: () => void }) {
  const { data, error, refetch } = useQuery(MINE, { fetchPolicy: 'network-only' });
  /** Shown until the user says that they are kept. */
  const [codes, setCodes] = useState<readonly string[]>();
  const content = () => {
    if (!data)
      return error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={3} />;
    const { email, hasSecondFactor } = data.me;
    const kept = () => {
      setCodes(undefined);
      onKept?.();
    };
    if (codes) return <RecoveryCodes codes={codes} email={email} onKept={kept} />;
    return hasSecondFactor ? (
      <TurnOff onDone={() => void refetch()} />
    ) : (
      <SetUp
        onConfirmed={(fresh) => {
          setCodes(fresh);
          void refetch();
        }}
      />
    );
  };
  return <Stack maw={640}>{content()}</Stack>;
}
