import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Sign, SignBadge } from '../../ui/sign-badge.tsx';
import type { Health } from './use-number-health.ts';

const SIGNS = {
  marked: { icon: IconFlag, color: 'red' },
  unmarked: { icon: IconCircleCheck, color: 'teal' },
  unknown: { icon: IconCircleDashed, color: 'gray' },
} satisfies Record<string, Sign>;

/** Whether people's telephones warn of calls from a number. */
export function NumberHealth({ health: { isMarked, marks, problem } }: { health: Health }) {
  const { t } = useTranslation('numbers');
  const standing = isMarked === null ? 'unknown' : isMarked ? 'marked' : 'unmarked';
  return (
    <Group gap="xs" align="center">
      <SignBadge sign={SIGNS[standing]}>{t(`health.${standing}`)}</SignBadge>
      {standing === 'marked' && (
        <Text size="sm">{t('health.advice', { marks: marks.join('; ') || t('health.notNamed') })}</Text>
      )}
      {problem && <Text size="sm">{t('health.unread', { reason: problem })}</Text>}
    </Group>
  );
}
