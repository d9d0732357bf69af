import { Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { WebhookUrls } from './operations.ts';

const FIELDS = ['answer', 'fallback', 'input', 'hangup'] as const;

/** What Vobiz's portal asks for, field by field, to be copied. */
export function Addresses({ urls }: { urls: WebhookUrls }) {
  const { t } = useTranslation('door');
  return (
    <Stack component="dl" gap="xs" m={0}>
      {FIELDS.map((field) => {
        const url = urls[field === 'fallback' ? 'answer' : field];
        return (
          <div key={field}>
            <Text component="dt" size="sm" fw={500}>
              {t(`field.${field}`)}
            </Text>
            <Group component="dd" gap={4} m={0} wrap="nowrap">
              <Code style={{ overflowWrap: 'anywhere' }}>{url}</Code>
              <CopyButton value={url} what={t(`field.${field}`)} />
            </Group>
          </div>
        );
      })}
    </Stack>
  );
}
