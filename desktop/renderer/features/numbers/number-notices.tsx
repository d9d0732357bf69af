import { useMutation } from '@apollo/client/react';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { phoneText, useFormat } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { RETRY_NUMBER } from '../number-orders/operations.ts';
import { KEEP, type PhoneNumber } from './operations.ts';

/** What is the matter with a number, and the way out. */
export function NumberNotices({ number }: { number: PhoneNumber }) {
  return (
    <div aria-live="polite">
      {number.status === 'PROVISIONING' && <Unconnected number={number} />}
      {number.status === 'RELEASING' && <Cooldown number={number} />}
      {number.lostSince && number.status !== 'RELEASED' && <Lost since={number.lostSince} />}
    </div>
  );
}

function Unconnected({ number: { id, provisioningIssue } }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { user } = useSession();
  const [retry, { loading, error }] = useMutation(RETRY_NUMBER);
  return (
    <Notice>
      <Text>{t('issue.lead')}</Text>
      {provisioningIssue && <Text fw={500}>{provisioningIssue}</Text>}
      {user.role !== 'TENANT_STAFF' && (
        <Button
          size="xs"
          variant="default"
          loading={loading}
          onClick={() => void retry({ variables: { id } }).catch(() => undefined)}
        >
          {t('issue.retry')}
        </Button>
      )}
      {error && <Failed error={error} />}
    </Notice>
  );
}

function Cooldown({ number: { id, e164, cooldownEndsAt, releaseFee } }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { user } = useSession();
  const format = useFormat();
  const [keep, { loading, error }] = useMutation(KEEP);
  const submit = async () => {
    try {
      await keep({ variables: { id } });
      notifications.show({ message: t('cooldown.kept', { number: phoneText(e164) }) });
    } catch {
      // Shown below.
    }
  };
  return (
    <Notice>
      <Text>
        {cooldownEndsAt ? t('cooldown.until', { time: format.dateTime(cooldownEndsAt) }) : t('cooldown.open')}
      </Text>
      <Text>
        {releaseFee ? t('cooldown.fee', { fee: format.money(releaseFee) }) : t('cooldown.feeNotTold')}
      </Text>
      {user.role === 'SUPER_ADMIN' && (
        <Button size="xs" variant="default" loading={loading} onClick={() => void submit()}>
          {t('cooldown.cancel')}
        </Button>
      )}
      {error && <Failed error={error} />}
    </Notice>
  );
}

function Lost({ since }: { since: string }) {
  const { t } = useTranslation('numbers');
  const { dateTime } = useFormat();
  return (
    <Notice>
      <Text>{t('lost', { time: dateTime(since) })}</Text>
    </Notice>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <Alert color="orange" variant="outline" mt="xs">
      <Stack gap="xs" align="flex-start">
        {children}
      </Stack>
    </Alert>
  );
}
