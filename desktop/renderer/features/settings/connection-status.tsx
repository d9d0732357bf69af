import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VobizConnectionStatus } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { CHECK, type Settings } from './operations.ts';
import { Section } from './section.tsx';

const LOOKS = {
  CONNECTED: { icon: IconCircleCheck, color: 'teal' },
  REFUSED: { icon: IconCircleX, color: 'red' },
  UNVERIFIED: { icon: IconCircleDashed, color: 'orange' },
} satisfies Record<VobizConnectionStatus, object>;

/** How Vobiz took the stored credentials, with its reason. */
export function ConnectionStatus({ settings: { connection, marketplaceMode } }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const { dateTime } = useFormat();
  const [check, { loading, error }] = useMutation(CHECK);
  return (
    <Section title={t('connection.heading')}>
      <div aria-live="polite">
        {connection ? (
          <Stack gap={4}>
            <Status status={connection.status} />
            <Text>{connection.detail}</Text>
            {connection.checkedAt && (
              <Text size="sm">{t('connection.checked', { time: dateTime(connection.checkedAt) })}</Text>
            )}
          </Stack>
        ) : (
          <Text>{t(marketplaceMode === 'DEMO' ? 'connection.none' : 'connection.unchecked')}</Text>
        )}
      </div>
      {marketplaceMode === 'LIVE' && (
        <Group>
          <Button variant="default" loading={loading} onClick={() => void check().catch(() => undefined)}>
            {t('connection.check')}
          </Button>
        </Group>
      )}
      {error && <Failed error={error} />}
    </Section>
  );
}

function Status({ status }: { status: VobizConnectionStatus }) {
  const { t } = useTranslation('settings');
  const { icon: Icon, color } = LOOKS[status];
  return (
    <Group gap="xs">
      <Icon size={20} color={`var(--mantine-color-${color}-text)`} aria-hidden />
      <Text fw={500}>{t(`connection.status.${status}`)}</Text>
    </Group>
  );
}
