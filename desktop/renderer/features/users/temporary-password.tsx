import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';

type Props = { password: string; mustChange: boolean; onDone: () => void };

/** A password that can't be seen again once this is closed. */
export function TemporaryPassword({ password, mustChange, onDone }: Props) {
  const { t } = useTranslation('users');
  return (
    <Stack>
      <Text>
        {t('password.once')} {mustChange && t('password.theirOwn')}
      </Text>
      <Group gap="xs" role="group" aria-label={t('password.label')}>
        <Code fz="md" p="xs" style={{ overflowWrap: 'anywhere' }}>
          {password}
        </Code>
        <CopyButton value={password} what={t('password.label')} />
      </Group>
      <Button onClick={onDone}>{t('password.done')}</Button>
    </Stack>
  );
}
