import { Box, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Weekday } from '../../../graphql/generated/graphql.ts';
import { dayText } from './day-names.ts';
import { copied, type Hours, WEEK } from './hours.ts';
import { OpeningTimes } from './opening-times.tsx';

type Props = { hours: Hours; onChange: (hours: Hours) => void };

/** A row a weekday, and one day's times for others. */
export function WeekHours({ hours, onChange }: Props) {
  const { t, i18n } = useTranslation('persona');
  const [source, setSource] = useState<Weekday>('MONDAY');
  const name = (day: Weekday) => dayText(day, i18n.language);
  return (
    <Stack gap="sm">
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('hours.week')}>
        {hours.week.map(({ day, ranges }) => (
          <Group component="li" key={day} gap="sm" align="flex-start">
            <Text fw={500} w={110} pt={6}>
              {name(day)}
            </Text>
            <OpeningTimes
              of={name(day)}
              ranges={ranges}
              onChange={(changed) =>
                onChange({
                  ...hours,
                  week: hours.week.map((one) => (one.day === day ? { day, ranges: changed } : one)),
                })
              }
            />
          </Group>
        ))}
      </Stack>
      <Box>
        <Group gap="xs" align="flex-end">
          <NativeSelect
            label={t('hours.copy')}
            value={source}
            data={WEEK.map((day) => ({ value: day, label: name(day) }))}
            onChange={({ currentTarget: { value } }) =>
              setSource(WEEK.find((day) => day === value) ?? 'MONDAY')
            }
          />
          <Button variant="default" onClick={() => onChange(copied(hours, source, WEEK.slice(0, 5)))}>
            {t('hours.toWeekdays')}
          </Button>
          <Button variant="default" onClick={() => onChange(copied(hours, source, WEEK))}>
            {t('hours.toAll')}
          </Button>
        </Group>
      </Box>
    </Stack>
  );
}
