import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FollowUpStatus } from '../../graphql/generated/graphql.ts';
import type { FollowUp } from './operations.ts';

type Props = { followUp: FollowUp; onSettle: (status: FollowUpStatus) => void };

const TO = {
  OPEN: [
    ['DONE', IconCheck],
    ['DISMISSED', IconX],
  ],
  DONE: [['OPEN', IconArrowBackUp]],
  DISMISSED: [['OPEN', IconArrowBackUp]],
} as const;

export function SettleButtons({ followUp: { status, title }, onSettle }: Props) {
  const { t } = useTranslation('followUps');
  return (
    <Group gap="xs">
      {TO[status].map(([to, Icon]) => (
        <Button
          key={to}
          size="xs"
          variant="default"
          leftSection={<Icon size={14} aria-hidden />}
          aria-label={t(`settleNamed.${to}`, { title })}
          onClick={() => onSettle(to)}
        >
          {t(`settle.${to}`)}
        </Button>
      ))}
    </Group>
  );
}
