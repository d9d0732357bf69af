import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { phoneText } from '../../ui/format.ts';
import { DemoMark } from '../number-orders/demo-mark.tsx';
import { EditNumber } from './edit-number.tsx';
import { NumberFacts } from './number-facts.tsx';
import { NumberHealth } from './number-health.tsx';
import { NumberNotices } from './number-notices.tsx';
import { NumberStatus } from './number-status.tsx';
import type { PhoneNumber } from './operations.ts';
import { ReleaseNumber } from './release-number.tsx';
import { RemoveNumber } from './remove-number.tsx';
import type { Health } from './use-number-health.ts';

type Props = { number: PhoneNumber; health: Health | undefined; headingOrder: 2 | 3 };

/** One number: what it is, what is the matter with it, and what can be done. */
export function NumberCard({ number, health, headingOrder }: Props) {
  const { t } = useTranslation('numbers');
  const { e164, label, status, demo, source } = number;
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="sm">
        <Stack gap={0}>
          <Group justify="space-between" align="flex-start" gap="sm">
            <div>
              <Group gap={4}>
                <Title order={headingOrder}>{phoneText(e164)}</Title>
                <CopyButton value={e164} what={phoneText(e164)} />
              </Group>
              {label && <Text>{label}</Text>}
            </div>
            <Group gap="xs">
              <NumberStatus status={status} />
              <Badge variant="default" tt="none">
                {t(`source.${source}`)}
              </Badge>
              {demo && <DemoMark />}
            </Group>
          </Group>
          <NumberNotices number={number} />
        </Stack>
        {status !== 'RELEASED' && (
          <>
            <NumberFacts number={number} />
            {health && <NumberHealth health={health} />}
            <Actions number={number} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Actions({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { user } = useSession();
  const [isEditing, editing] = useDisclosure(false);
  const [isLeaving, leaving] = useDisclosure(false);
  const shown = { number: phoneText(number.e164) };
  if (user.role === 'TENANT_STAFF') return null;
  const isOwn = number.source === 'OWN';
  const mayRelease = user.role === 'SUPER_ADMIN' && number.status !== 'RELEASING';
  return (
    <Group gap="xs" data-no-print>
      <Button variant="default" size="xs" onClick={editing.open} aria-label={t('edit.openNamed', shown)}>
        {t('edit.open')}
      </Button>
      {isOwn && (
        <Button variant="default" size="xs" onClick={leaving.open} aria-label={t('remove.openNamed', shown)}>
          {t('remove.open')}
        </Button>
      )}
      {!isOwn && mayRelease && (
        <Button variant="default" size="xs" onClick={leaving.open} aria-label={t('release.openNamed', shown)}>
          {t('release.open')}
        </Button>
      )}
      {!isOwn && user.role === 'TENANT_ADMIN' && <Text size="sm">{t('release.byPlatform')}</Text>}
      <EditNumber number={number} opened={isEditing} onClose={editing.close} />
      {isOwn ? (
        <RemoveNumber number={number} opened={isLeaving} onClose={leaving.close} />
      ) : (
        <ReleaseNumber number={number} opened={isLeaving} onClose={leaving.close} />
      )}
    </Group>
  );
}
