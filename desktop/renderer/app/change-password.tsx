import { useMutation } from '@apollo/client/react';
import { Button, Modal, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graphql/errors.ts';
import { graphql } from '../graphql/generated/gql.ts';

const CHANGE = graphql(`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)
  }
`);

export function ChangePassword({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('signIn');
  return (
    <Modal opened={opened} onClose={onClose} title={t('change.title')} centered>
      <PasswordForm onChanged={onClose} />
    </Modal>
  );
}

/** Takes the current password, and another one in its place. */
export function PasswordForm({ onChanged }: { onChanged: () => void | Promise<void> }) {
  const { t } = useTranslation('signIn');
  const reveal = { visibilityToggleButtonProps: { 'aria-label': t('reveal') } };
  const [change, { loading }] = useMutation(CHANGE);
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const submit = form.onSubmit(async (variables) => {
    try {
      await change({ variables });
      notifications.show({ message: t('change.done') });
      form.reset();
      await onChanged();
    } catch (error) {
      const { field, message } = failureOf(error);
      form.setFieldError(field === 'currentPassword' ? field : 'newPassword', message ?? t('offline'));
    }
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={t('change.current')}
          description={t('change.currentHelp')}
          autoComplete="current-password"
          required
          {...reveal}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('change.next')}
          description={t('change.nextHelp')}
          autoComplete="new-password"
          required
          {...reveal}
          {...form.getInputProps('newPassword')}
        />
        <Button type="submit" loading={loading}>
          {t('change.submit')}
        </Button>
      </Stack>
    </form>
  );
}
