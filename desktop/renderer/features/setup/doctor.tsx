import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../app/session.tsx';
import { useFormat } from '../../ui/format.ts';
import { CheckRow } from './check-row.tsx';
import { topicOf } from './check-topic.ts';
import type { SetupCheck } from './operations.ts';
import { SymptomFinder } from './symptom-finder.tsx';

type Props = {
  checks: readonly SetupCheck[];
  tenant: { id: string; slug: string; webhookUrls: { answer: string; hangup: string } };
  checkedAt: Date | undefined;
  isChecking: boolean;
  onCheck: () => void;
};

/** Every check, with its cause and its mend, and a way from what people see to the check that explains it. */
export function Doctor({ checks, tenant, checkedAt, isChecking, onCheck }: Props) {
  const { t } = useTranslation('setup');
  const { time } = useFormat();
  const { user } = useSession();
  const [explaining, setExplaining] = useState<string>();
  const open = checks.filter(({ status }) => status !== 'PASS').length;
  return (
    <Stack component="section" gap="sm" aria-labelledby="doctor">
      <Group justify="space-between" align="flex-start">
        <Title order={2} id="doctor">
          {t('doctor.heading')}
        </Title>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={isChecking}
          onClick={onCheck}
        >
          {t('doctor.again')}
        </Button>
      </Group>
      <div>
        <Text size="sm" fw={500} aria-live="polite">
          {open === 0 ? t('doctor.allFine') : t('doctor.open', { count: open })}
        </Text>
        {checkedAt && (
          <Text size="sm" c="dimmed">
            {t('doctor.checkedAt', { time: time(checkedAt) })}
          </Text>
        )}
        {user.role !== 'TENANT_STAFF' && (
          <Anchor component={Link} to="/system/webhooks" size="sm" underline="always">
            {t('doctor.webhooks')}
          </Anchor>
        )}
      </div>
      <SymptomFinder checks={checks} onExplained={setExplaining} />
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('doctor.list')}>
        {checks.map((check) => (
          <CheckRow
            key={topicOf(check.code) ?? check.code}
            check={check}
            tenant={tenant}
            isExplaining={explaining === check.code}
          />
        ))}
      </Stack>
    </Stack>
  );
}
