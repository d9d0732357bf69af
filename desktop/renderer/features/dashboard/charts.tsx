import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Day, daysAfter } from '../../ui/day.ts';
import { useFormat } from '../../ui/format.ts';
import { Bars } from './bars.tsx';
import type { Added } from './operations.ts';
import { Section } from './section.tsx';

type Days = { days: Added['insights']['days']; today: Day; length: number };

/** Answered and missed, day by day; days without a call stand there as well. */
export function CallsByDay({ days, today, length }: Days) {
  const { t, i18n } = useTranslation('dashboard');
  const { number } = useFormat();
  // A day has no zone of its own: midnight in UTC is shown as it is written.
  const over = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(`${i18n.language}-IN`, { timeZone: 'UTC', ...options });
  const [short, long] = [over({ day: 'numeric', month: 'short' }), over({ dateStyle: 'medium' })];
  const counted = new Map(days.map(({ day, stats }) => [day, stats]));
  const bars = Array.from({ length }, (_, index) => {
    const day = daysAfter(today, index + 1 - length);
    const { calls = 0, answered = 0, missed = 0 } = counted.get(day) ?? {};
    const amounts = {
      count: calls,
      calls: number(calls),
      answered: number(answered),
      missed: number(missed),
    };
    const date = new Date(day);
    return {
      key: day,
      label: short.format(date),
      title: t('byDay.bar', { day: long.format(date), ...amounts }),
      value: calls,
      marked: missed,
    };
  });
  return (
    <Section title={t('byDay.title')}>
      <Bars label={t('byDay.title')} bars={bars} every={7} />
      <Text size="xs" c="dimmed">
        {t('byDay.key')}
      </Text>
    </Section>
  );
}

/** When the telephone rings, over all days. */
export function BusiestHours({ hours }: { hours: Added['insights']['hours'] }) {
  const { t } = useTranslation('dashboard');
  const { number } = useFormat();
  const counted = new Map(hours.map(({ hour, stats }) => [hour, stats.calls]));
  const bars = Array.from({ length: 24 }, (_, hour) => {
    const calls = counted.get(hour) ?? 0;
    const span = { from: clock(hour), to: clock((hour + 1) % 24) };
    return {
      key: hour,
      // As on a clock's face; the rest is told by where they stand.
      label: hour % 6 === 0 ? clock(hour) : '',
      title: t('byHour.bar', { ...span, count: calls, calls: number(calls) }),
      value: calls,
    };
  });
  return (
    <Section title={t('byHour.title')}>
      <Bars label={t('byHour.title')} bars={bars} every={1} />
      <Text size="xs" c="dimmed">
        {t('byHour.key')}
      </Text>
    </Section>
  );
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
