import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { MINE } from './operations.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUp } from './set-up.tsx';
import { TurnOff } from './turn-off.tsx';

/** A super admin's own second factor: codes of an authenticator app, besides the password. */
export function Screen() {
  const { t } = useTranslation('secondFactor');
  const { data, error, refetch } = useQuery(MINE, { fetchPolicy: 'network-only' });
  /** Shown until the user says that they are kept. */
  const [codes, setCodes] = useState<readonly string[]>();
  const content = () => {
    if (!data)
      return error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={3} />;
    const { email, hasSecondFactor } = data.me;
    if (codes) return <RecoveryCodes codes={codes} email={email} onKept={() => setCodes(undefined)} />;
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
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack maw={640}>{content()}</Stack>
    </Page>
  );
}
