import { Checkbox, Input, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import { type Field, MOST, type PersonaText } from '../persona-text.ts';
import { FIRST_HOURS, type Hours, OUTSIDE, type OutsideHours } from './hours.ts';
import { SpecialDays } from './special-days.tsx';
import { WeekHours } from './week-hours.tsx';

type Props = {
  values: PersonaText;
  errors: Partial<Record<Field, ReactNode>>;
  onHours: (hours: Hours | null) => void;
  onOutside: (outside: OutsideHours) => void;
  onGreeting: (greeting: string) => void;
};

/** When the business is open, and what callers hear when it isn't. */
export function OpeningHours({ values, errors, onHours, onOutside, onGreeting }: Props) {
  const { t } = useTranslation('persona');
  const { timeZone } = useFormat();
  const { hours } = values;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="hours-title">
      <Stack gap="lg">
        <div>
          <Title order={2} id="hours-title">
            {t('field.hours')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('field.hoursHelp', { timeZone })}
          </Text>
        </div>
        <Checkbox
          label={t('hours.state')}
          description={t('hours.stateHelp')}
          checked={hours !== null}
          onChange={({ currentTarget: { checked } }) => onHours(checked ? FIRST_HOURS : null)}
        />
        {errors.hours && <Input.Error role="alert">{errors.hours}</Input.Error>}
        {hours && (
          <>
            <WeekHours hours={hours} onChange={onHours} />
            <SpecialDays
              days={hours.exceptions}
              onChange={(exceptions) => onHours({ ...hours, exceptions })}
            />
            <Outside values={values} errors={errors} onOutside={onOutside} onGreeting={onGreeting} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Outside({ values, errors, onOutside, onGreeting }: Omit<Props, 'onHours'>) {
  const { t } = useTranslation('persona');
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('field.outsideHours')}
        description={t('field.outsideHoursHelp')}
        value={values.outsideHours}
        error={errors.outsideHours}
        onChange={(value) => onOutside(OUTSIDE.find((one) => one === value) ?? 'ANSWER')}
      >
        <Stack gap="xs" mt="xs">
          {OUTSIDE.map((one) => (
            <Radio key={one} value={one} label={t(`outside.${one}`)} description={t(`outside.${one}_help`)} />
          ))}
        </Stack>
      </Radio.Group>
      {values.outsideHours !== 'ANSWER' && (
        <Textarea
          label={t('field.closedGreeting')}
          description={t(values.outsideHours === 'HANG_UP' ? 'outside.lastWords' : 'outside.firstWords')}
          placeholder={t('outside.example')}
          value={values.closedGreeting}
          error={errors.closedGreeting}
          maxLength={MOST.closedGreeting}
          autosize
          minRows={2}
          maxRows={8}
          onChange={({ currentTarget: { value } }) => onGreeting(value)}
        />
      )}
    </Stack>
  );
}
