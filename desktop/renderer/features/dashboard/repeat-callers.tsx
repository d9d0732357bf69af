import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { phoneText, useFormat } from '../../ui/format.ts';
import classes from './lines.module.css';
import type { Added } from './operations.ts';
import { Section } from './section.tsx';

type Props = {
  callers: Added['repeatCallers'];
  /** Calls of those who had called before. */
  returning: number;
};

/** Who calls again and again. */
export function RepeatCallers({ callers, returning }: Props) {
  const { t } = useTranslation('dashboard');
  const { number } = useFormat();
  return (
    <Section title={t('repeat.title')}>
      <Text size="sm" c="dimmed">
        {t('repeat.returning', { count: returning, calls: number(returning) })}
      </Text>
      <ol className={classes.list} aria-label={t('repeat.title')}>
        {callers.map(({ calls, customer: { id, name, phone } }) => (
          <Group key={id} component="li" justify="space-between" wrap="nowrap">
            <Anchor component={Link} to={`/customers/${id}`} size="sm" truncate>
              {name || phoneText(phone)}
            </Anchor>
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
              {t('callCount', { count: calls, calls: number(calls) })}
            </Text>
          </Group>
        ))}
      </ol>
    </Section>
  );
}
