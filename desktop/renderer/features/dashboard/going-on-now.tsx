import { Anchor, Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { callerOf } from '../calls/caller.ts';
import classes from './going-on-now.module.css';
import type { GoingOn } from './operations.ts';
import { Section } from './section.tsx';
import type { LiveCalls } from './use-live-calls.ts';

/** So many lines are shown of a call; its own page has them all. */
const LINES = 3;

/** Calls that are going on, as they are heard. */
export function GoingOnNow({ live: { calls, error, retry } }: { live: LiveCalls }) {
  const { t } = useTranslation('dashboard');
  if (!calls) return error ? <Failed error={error} retry={retry} /> : null;
  return (
    <Section title={t('now.title')}>
      <Text size="sm" c="dimmed" role="status">
        {t('now.count', { count: calls.length })}
      </Text>
      {calls.length > 0 && (
        <SimpleGrid
          component="ul"
          cols={{ base: 1, sm: 2, xl: 3 }}
          aria-label={t('now.title')}
          className={classes.plain}
        >
          {calls.map((call) => (
            <LiveCall key={call.id} call={call} />
          ))}
        </SimpleGrid>
      )}
    </Section>
  );
}

function LiveCall({ call }: { call: GoingOn }) {
  const { t } = useTranslation(['dashboard', 'common', 'call']);
  const { time } = useFormat();
  const who = callerOf(call) ?? t('common:anonymous');
  return (
    <Paper component="li" withBorder p="sm">
      <Anchor component={Link} to={`/calls/${call.id}`} fw={600}>
        {who}
      </Anchor>
      <Text size="xs" c="dimmed">
        {t('now.since', { time: time(call.startedAt) })}
      </Text>
      <ol className={classes.lines} aria-label={t('now.transcriptOf', { who })} aria-live="polite">
        {call.turns.slice(-LINES).map(({ id, speaker, text }) => (
          <Text key={id} component="li" size="sm" lineClamp={3}>
            <b>{t(`call:speaker.${speaker}`)}:</b> {text}
          </Text>
        ))}
      </ol>
    </Paper>
  );
}
