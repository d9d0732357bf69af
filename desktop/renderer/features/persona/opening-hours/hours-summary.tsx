import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonaText } from '../persona-text.ts';
import { useFieldWords } from '../use-field-words.ts';

/** The opening hours, to be read. */
export function HoursSummary({ persona }: { persona: PersonaText }) {
  const { t } = useTranslation('persona');
  const words = useFieldWords();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="hours-title">
      <Stack gap="xs">
        <Title order={2} id="hours-title">
          {t('field.hours')}
        </Title>
        <Text style={{ whiteSpace: 'pre-line' }}>{words('hours', persona)}</Text>
        {persona.hours && (
          <Text>
            {t('field.outsideHours')}: {words('outsideHours', persona)}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
