import { NativeSelect, Paper, SimpleGrid, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voice } from '../../graphql/generated/graphql.ts';
import { isVoiced, languageName, voiceChoices } from './languages.ts';
import type { PersonaText } from './persona-text.ts';

type Props = {
  values: Pick<PersonaText, 'language' | 'voice' | 'voiceLanguage'>;
  errors?: Partial<Record<'voice' | 'voiceLanguage', ReactNode>>;
  /** Left out where the fields are only to be read. */
  onChange?: (change: Partial<Pick<PersonaText, 'voice' | 'voiceLanguage'>>) => void;
};

const VOICES: readonly Voice[] = ['WOMAN', 'MAN'];

/** In whose voice callers hear the receptionist, and which of its languages Vobiz documents. */
export function VoiceFields({ values: { language, voice, voiceLanguage }, errors = {}, onChange }: Props) {
  const { t, i18n } = useTranslation('persona');
  const spoken = voiceLanguage ?? language;
  const { documented, undocumented } = voiceChoices(voiceLanguage, i18n.language);
  const isReadOnly = onChange === undefined;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="persona-voice">
      <Title order={2} id="persona-voice" mb="sm">
        {t('voice.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('field.voice')}
          description={t('voice.help')}
          error={errors.voice}
          disabled={isReadOnly}
          value={voice}
          data={VOICES.map((value) => ({ value, label: t(`voice.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange?.({ voice: VOICES.find((one) => one === currentTarget.value) ?? voice })
          }
        />
        <NativeSelect
          label={t('field.voiceLanguage')}
          description={t(isVoiced(spoken) ? 'voice.documentedHelp' : 'voice.undocumentedHelp', {
            language: languageName(spoken, i18n.language),
          })}
          error={errors.voiceLanguage}
          disabled={isReadOnly}
          value={voiceLanguage ?? ''}
          data={[
            { value: '', label: t('voice.asLanguage') },
            { group: t('voice.documented'), items: documented },
            { group: t('voice.undocumented'), items: undocumented },
          ]}
          onChange={({ currentTarget }) => onChange?.({ voiceLanguage: currentTarget.value || null })}
        />
      </SimpleGrid>
    </Paper>
  );
}
