import { Button, Checkbox, Code, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import { saveFile } from '../call/save-file.ts';

type Props = { codes: readonly string[]; email: string; onKept: () => void };

/** They can't be seen again once this is closed. */
export function RecoveryCodes({ codes, email, onKept }: Props) {
  const { t } = useTranslation('secondFactor');
  const [areKept, setKept] = useState(false);
  const text = codes.join('\n');
  return (
    <Stack>
      <Title order={2} tabIndex={-1} ref={focused}>
        {t('recovery.title')}
      </Title>
      <Text>{t('recovery.help')}</Text>
      <SimpleGrid
        component="ol"
        cols={{ base: 1, xs: 2 }}
        spacing="xs"
        aria-label={t('recovery.title')}
        m={0}
        p={0}
        style={{ listStyle: 'none' }}
      >
        {codes.map((code) => (
          <li key={code}>
            <Code fz="md">{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Group>
        <CopyButton value={text} what={t('recovery.title')} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() =>
            saveFile(
              'kaivox-recovery-codes.txt',
              'text/plain',
              `${t('recovery.file', { email })}\n\n${text}\n`,
            )
          }
        >
          {t('recovery.download')}
        </Button>
      </Group>
      <Checkbox
        label={t('recovery.kept')}
        checked={areKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group>
        <Button disabled={!areKept} onClick={onKept}>
          {t('recovery.done')}
        </Button>
      </Group>
    </Stack>
  );
}

const focused = (heading: HTMLHeadingElement | null) => heading?.focus();
