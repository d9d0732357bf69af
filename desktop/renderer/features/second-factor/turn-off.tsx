import { useMutation } from '@apollo/client/react';
import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';
import { DISABLE } from './operations.ts';

/** It is in force; a user who has both factors may do away with the second. */
export function TurnOff({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['secondFactor', 'signIn']);
  const [disable, { loading }] = useMutation(DISABLE);
  const [failure, setFailure] = useState<unknown>();
  const form = useForm({ initialValues: { password: '', code: '' } });
  const submit = form.onSubmit(async (variables) => {
    setFailure(undefined);
    try {
      await disable({ variables });
      notifications.show({ message: t('turnOff.done') });
      onDone();
    } catch (error) {
      const { field, message } = failureOf(error);
      if (field !== undefined && field in variables) form.setFieldError(field, message);
      else setFailure(error);
    }
  });
  return (
    <Stack>
      <Group gap="xs" role="status">
        <IconShieldCheck size={20} color="var(--mantine-color-teal-text)" aria-hidden />
        <Text fw={500}>{t('on')}</Text>
      </Group>
      <Title order={2}>{t('turnOff.title')}</Title>
      <Text size="sm">{t('turnOff.help')}</Text>
      <form onSubmit={submit}>
        <Stack maw={360}>
          <PasswordInput
            label={t('turnOff.password')}
            description={t('turnOff.passwordHelp')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn:reveal') }}
            required
            {...form.getInputProps('password')}
          />
          <TextInput
            label={t('turnOff.code')}
            description={t('signIn:codeHint')}
            autoComplete="one-time-code"
            required
            {...form.getInputProps('code')}
          />
          {failure !== undefined && <Failed error={failure} />}
          <Group>
            <Button type="submit" color="red" variant="outline" loading={loading}>
              {t('turnOff.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
