import { useMutation } from '@apollo/client/react';
import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graphql/errors.ts';
import { graphql } from '../graphql/generated/gql.ts';
import { useSession } from './session.tsx';

const CHANGE = graphql(`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)
  }
`);

export function ChangePassword({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('signIn');
  const { user, refresh } = useSession();
  const [change, { loading }] = useMutation(CHANGE);
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const submit = form.onSubmit(async (variables) => {
    try {
      await change({ variables });
      notifications.show({ message: t('change.done') });
      form.reset();
      onClose();
      await refresh();
    } catch (error) {
      const { field, message } = failureOf(error);
      form.setFieldError(field === 'currentPassword' ? field : 'newPassword', message ?? t('offline'));
    }
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('change.title')} centered>
      <form onSubmit={submit}>
        <Stack>
          {user.mustChangePassword && <Text>{t('change.must')}</Text>}
          <PasswordInput
            label={t('change.current')}
            autoComplete="current-password"
            required
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t('change.next')}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          <Button type="submit" loading={loading}>
            {t('change.submit')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
