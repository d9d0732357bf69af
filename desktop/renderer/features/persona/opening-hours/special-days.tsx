import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from './day-names.ts';
import { MOST_SPECIAL_DAYS, type SpecialDay } from './hours.ts';
import { OpeningTimes } from './opening-times.tsx';

type Props = { days: SpecialDay[]; onChange: (days: SpecialDay[]) => void };

/** Holidays, and days with other hours than their weekday's. */
export function SpecialDays({ days, onChange }: Props) {
  const { t } = useTranslation('persona');
  const another = useRef<HTMLButtonElement>(null);
  const put = (index: number, day: SpecialDay) => onChange(days.map((one, at) => (at === index ? day : one)));
  const remove = (index: number) => {
    onChange(days.filter((_, at) => at !== index));
    another.current?.focus();
  };
  return (
    <section aria-labelledby="special-days">
      <Title order={3} size="h5" id="special-days">
        {t('hours.special')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('hours.specialHelp')}
      </Text>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-labelledby="special-days">
        {days.map((day, index) => (
          <SpecialDayRow
            key={`day-${index + 1}`}
            number={index + 1}
            day={day}
            onChange={(changed) => put(index, changed)}
            onRemove={() => remove(index)}
          />
        ))}
      </Stack>
      <Button
        ref={another}
        mt="xs"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={days.length >= MOST_SPECIAL_DAYS}
        onClick={() => onChange([...days, { date: '', name: null, ranges: [] }])}
      >
        {t('hours.addSpecial')}
      </Button>
    </section>
  );
}

function SpecialDayRow({
  number,
  day,
  onChange,
  onRemove,
}: {
  number: number;
  day: SpecialDay;
  onChange: (day: SpecialDay) => void;
  onRemove: () => void;
}) {
  const { t, i18n } = useTranslation('persona');
  const called = day.date === '' ? t('hours.specialNumber', { number }) : dateText(day.date, i18n.language);
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <TextInput
            type="date"
            label={t('hours.date')}
            value={day.date}
            onChange={({ currentTarget: { value } }) => onChange({ ...day, date: value })}
          />
          <TextInput
            label={t('hours.name')}
            placeholder={t('hours.nameExample')}
            value={day.name ?? ''}
            maxLength={80}
            onChange={({ currentTarget: { value } }) => onChange({ ...day, name: value || null })}
            flex={1}
            miw={140}
          />
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            aria-label={t('hours.removeOf', { day: called })}
            onClick={onRemove}
          >
            {t('hours.remove')}
          </Button>
        </Group>
        <OpeningTimes of={called} ranges={day.ranges} onChange={(ranges) => onChange({ ...day, ranges })} />
      </Stack>
    </Paper>
  );
}
