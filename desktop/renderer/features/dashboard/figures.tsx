import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import classes from './figures.module.css';
import type { Added, Total } from './operations.ts';
import { SentimentBar } from './sentiment-bar.tsx';

/** What counts first. */
export function Figures({ today, total }: { today: Added['today']; total: Total }) {
  const { t } = useTranslation('dashboard');
  const { number, duration } = useFormat();
  const { averageDurationSeconds: length, averageReplySeconds: reply } = total;
  return (
    <SimpleGrid
      component="dl"
      cols={{ base: 2, sm: 3, lg: 5 }}
      spacing="sm"
      m={0}
      aria-label={t('figures.label')}
    >
      <Figure
        name={t('figures.today')}
        value={number(today.calls)}
        more={t('figures.answeredMissed', { answered: number(today.answered), missed: number(today.missed) })}
      />
      <Figure
        name={t('figures.month')}
        value={number(total.calls)}
        more={t('figures.answeredMissed', { answered: number(total.answered), missed: number(total.missed) })}
      />
      <Figure
        name={t('figures.length')}
        value={typeof length === 'number' ? duration(Math.round(length)) : '–'}
        more={t('figures.lengthHelp')}
      />
      <Figure
        name={t('figures.reply')}
        value={typeof reply === 'number' ? t('figures.seconds', { seconds: number(reply) }) : '–'}
        more={t('figures.replyHelp')}
      />
      <SentimentBar sentiment={total.sentiment} className={classes.wide} />
    </SimpleGrid>
  );
}

function Figure({ name, value, more }: { name: string; value: string; more: string }) {
  return (
    <Paper withBorder p="sm">
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} fz={26} fw={600} lh={1.3} className={classes.value}>
        {value}
      </Text>
      <Text component="dd" m={0} size="xs" c="dimmed">
        {more}
      </Text>
    </Paper>
  );
}
