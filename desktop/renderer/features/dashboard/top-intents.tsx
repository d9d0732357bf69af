import { Anchor, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import type { Total } from './operations.ts';
import { Section } from './section.tsx';
import classes from './top-intents.module.css';

const MOST = 6;

/** What callers want, what most want first. */
export function TopIntents({ total: { intents } }: { total: Total }) {
  const { t } = useTranslation(['dashboard', 'calls']);
  const { number } = useFormat();
  const wanted = intents.filter(({ calls }) => calls > 0).sort((one, other) => other.calls - one.calls);
  const most = wanted[0]?.calls ?? 1;
  return (
    <Section title={t('intents.title')}>
      {wanted.length === 0 && <Text c="dimmed">{t('intents.none')}</Text>}
      <ol className={classes.list} aria-label={t('intents.title')}>
        {wanted.slice(0, MOST).map(({ intent, calls }) => (
          <li key={intent} className={classes.item}>
            <Anchor component={Link} to={`/calls?intent=${intent}`} size="sm">
              {t(`calls:intent.${intent}`)}
            </Anchor>
            <Progress value={(100 * calls) / most} aria-hidden />
            <Text size="sm" ta="right" className={classes.amount}>
              {t('callCount', { count: calls, calls: number(calls) })}
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  );
}
