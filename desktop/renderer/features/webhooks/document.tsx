import { Code, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';

type Props = { title: string; status: number; xml: string; spoken: readonly string[]; took: string };

/** An answer to a webhook: what a caller hears of it, and the document. */
export function Document({ title, status, xml, spoken, took }: Props) {
  const { t } = useTranslation('webhooks');
  return (
    <Stack component="section" gap="xs" miw={0} aria-label={title}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} fz="md">
          {title}
        </Title>
        <CopyButton value={xml} what={t('xmlOf', { title })} />
      </Group>
      <Text size="sm">{t('statusAndTime', { status, took })}</Text>
      <Text size="sm" fw={500}>
        {t('spoken')}
      </Text>
      {spoken.length === 0 && <Text size="sm">{t('nothingSpoken')}</Text>}
      {spoken.map((words, index) => (
        <Text key={`${index} ${words}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {words}
        </Text>
      ))}
      <Code
        block
        tabIndex={0}
        aria-label={t('xmlOf', { title })}
        role="region"
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {xml}
      </Code>
    </Stack>
  );
}
