import { Group, Text } from '@mantine/core';
import { IconMoodNeutral, IconMoodSad, IconMoodSmile, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Sentiment } from '../../graphql/generated/graphql.ts';

const LOOKS: Record<Sentiment, { icon: TablerIcon; colour: string }> = {
  POSITIVE: { icon: IconMoodSmile, colour: 'var(--mantine-color-teal-text)' },
  NEUTRAL: { icon: IconMoodNeutral, colour: 'var(--mantine-color-dimmed)' },
  NEGATIVE: { icon: IconMoodSad, colour: 'var(--mantine-color-red-text)' },
};

/** How a caller felt, as a face and a word. */
export function SentimentMark({ sentiment }: { sentiment: Sentiment }) {
  const { t } = useTranslation('calls');
  const { icon: Icon, colour } = LOOKS[sentiment];
  return (
    <Group component="span" gap={4} wrap="nowrap">
      <Icon size={18} color={colour} style={{ flexShrink: 0 }} aria-hidden />
      <Text span size="sm">
        {t(`sentiment.${sentiment}`)}
      </Text>
    </Group>
  );
}
