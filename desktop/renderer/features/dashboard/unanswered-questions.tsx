import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import classes from './lines.module.css';
import type { Added } from './operations.ts';
import { Section } from './section.tsx';

/** What the persona's facts should cover next. */
export function UnansweredQuestions({ questions }: { questions: Added['unansweredQuestions'] }) {
  const { t } = useTranslation('dashboard');
  const { number, date } = useFormat();
  return (
    <Section
      title={t('unanswered.title')}
      aside={
        questions.length > 0 && (
          <Anchor component={Link} to="/persona" size="sm">
            {t('unanswered.teach')}
          </Anchor>
        )
      }
    >
      {questions.length === 0 && <Text c="dimmed">{t('unanswered.none')}</Text>}
      <ul className={classes.list} aria-label={t('unanswered.title')}>
        {questions.map(({ question, calls, lastAskedAt }) => (
          <li key={question}>
            <Text style={{ overflowWrap: 'anywhere' }}>{question}</Text>
            <Text size="xs" c="dimmed">
              {t('unanswered.asked', { count: calls, calls: number(calls), date: date(lastAskedAt) })}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
