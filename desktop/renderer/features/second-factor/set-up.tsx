import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../ui/states.tsx';
import { ConfirmCode } from './confirm-code.tsx';
import { START } from './operations.ts';
import { SecretToScan } from './secret-to-scan.tsx';

/** From none to one in force: a secret for the app, then a code that proves that the app has it. */
export function SetUp({ onConfirmed }: { onConfirmed: (recoveryCodes: readonly string[]) => void }) {
  const { t } = useTranslation('secondFactor');
  const [start, { data, loading, error }] = useMutation(START);
  const begin = () => void start().catch(() => undefined);
  if (!data) {
    return (
      <Stack>
        <Text>{t('off')}</Text>
        <Text size="sm">{t('needs')}</Text>
        {error && <Failed error={error} />}
        <Group>
          <Button loading={loading} onClick={begin}>
            {t('start')}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack>
      <Title order={2} tabIndex={-1} ref={focused}>
        {t('scan.title')}
      </Title>
      <SecretToScan {...data.startSecondFactor} />
      <ConfirmCode onConfirmed={onConfirmed} />
    </Stack>
  );
}

/** What takes the place of the button that was pressed is what the keyboard and the screen reader go on from. */
const focused = (heading: HTMLHeadingElement | null) => heading?.focus();
