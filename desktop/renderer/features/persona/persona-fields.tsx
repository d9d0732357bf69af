import { Group, NativeSelect, Paper, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { isRecognised, languageChoices, languageName } from './languages.ts';
import { factsIn, MOST, type PersonaText, type TextField } from './persona-text.ts';

type Props = {
  values: PersonaText;
  errors?: Partial<Record<TextField, ReactNode>>;
  /** Left out where the fields are only to be read. */
  onChange?: (field: TextField, text: string) => void;
};

/** The persona as a form. */
export function PersonaFields({ values, errors = {}, onChange }: Props) {
  const { t, i18n } = useTranslation('persona');
  const inputOf = (field: TextField) => ({
    label: t(`field.${field}`),
    description: field === 'language' || field === 'closedGreeting' ? undefined : t(`field.${field}Help`),
    value: values[field],
    error: errors[field],
    onChange: (event: { currentTarget: { value: string } }) => onChange?.(field, event.currentTarget.value),
  });
  const isReadOnly = onChange === undefined;
  const choices = languageChoices(values.language, i18n.language);
  return (
    <Paper withBorder p="md">
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...inputOf('agentName')} readOnly={isReadOnly} maxLength={MOST.agentName} />
          <NativeSelect
            {...inputOf('language')}
            description={t(
              isRecognised(values.language) ? 'language.recognisedHelp' : 'language.transcribedHelp',
              {
                language: languageName(values.language, i18n.language),
              },
            )}
            disabled={isReadOnly}
            data={[
              { group: t('language.recognised'), items: choices.recognised },
              { group: t('language.transcribed'), items: choices.transcribed },
            ]}
          />
        </SimpleGrid>
        <div>
          <Textarea {...inputOf('greeting')} readOnly={isReadOnly} autosize minRows={2} maxRows={8} />
          <Used field="greeting" values={values} />
        </div>
        <div>
          <Textarea
            {...inputOf('facts')}
            readOnly={isReadOnly}
            autosize
            minRows={6}
            maxRows={24}
            placeholder={t('field.factsExample')}
          />
          <Used field="facts" values={values}>
            {t('field.facts', { count: factsIn(values.facts).length })}
          </Used>
        </div>
        <div>
          <Textarea {...inputOf('instructions')} readOnly={isReadOnly} autosize minRows={6} maxRows={24} />
          <Used field="instructions" values={values} />
        </div>
        <div>
          <Textarea {...inputOf('noSpeechMessage')} readOnly={isReadOnly} autosize minRows={2} maxRows={8} />
          <Used field="noSpeechMessage" values={values} />
        </div>
      </Stack>
    </Paper>
  );
}

/** How much of the room is taken, told where it begins to matter. */
function Used({
  field,
  values,
  children,
}: {
  field: keyof typeof MOST;
  values: PersonaText;
  children?: ReactNode;
}) {
  const { t } = useTranslation('persona');
  const { number } = useFormat();
  const used = values[field].trim().length;
  const most = MOST[field];
  return (
    <Group justify="space-between" gap="xs" mt={4}>
      <Text size="xs" c="dimmed">
        {children}
      </Text>
      <Text size="xs" c={used > most ? 'red' : 'dimmed'} fw={used > most ? 700 : undefined}>
        {used > most * 0.7 && t('field.used', { used: number(used), most: number(most) })}
      </Text>
    </Group>
  );
}
