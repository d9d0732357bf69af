import { Button, Center, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge } from '../../../shared/desktop-bridge.ts';

/** The desktop app's first question. */
export function ChooseServer({ bridge }: { bridge: DesktopBridge }) {
  const { t } = useTranslation('signIn');
  const [url, setUrl] = useState('');
  const [error, setError] = useState<string>();
  const choose = async () => {
    try {
      await bridge.setServerUrl(url);
      window.location.reload();
    } catch {
      setError(t('server.invalid'));
    }
  };
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={420}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void choose();
          }}
        >
          <Stack>
            <Title order={1}>{t('server.title')}</Title>
            <TextInput
              label={t('server.address')}
              description={t('server.hint')}
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
              error={error}
              type="url"
              required
            />
            <Button type="submit">{t('server.submit')}</Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
