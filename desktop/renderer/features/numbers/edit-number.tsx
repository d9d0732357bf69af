import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Modal, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useTenants } from '../../app/tenant.tsx';
import { failureOf } from '../../graphql/errors.ts';
import { phoneText } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { ForwardedFrom } from './forwarded-from.tsx';
import { NUMBERS, type PhoneNumber, UPDATE } from './operations.ts';
import { readE164 } from './typed-number.ts';

type Props = { number: PhoneNumber; opened: boolean; onClose: () => void };

/** Labels a number, replaces its key, moves it to another tenant. */
export function EditNumber({ number, opened, onClose }: Props) {
  const { t } = useTranslation('numbers');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('edit.title', { number: phoneText(number.e164) })}
      centered
    >
      <EditForm number={number} onClose={onClose} />
    </Modal>
  );
}

/** Made anew each time, so that it begins with what is stored then. */
function EditForm({ number, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['numbers', 'common']);
  const { user } = useSession();
  const { tenants } = useTenants();
  const [update, { loading, error }] = useMutation(UPDATE);
  const before = {
    label: number.label ?? '',
    forwardedFrom: number.forwardedFrom ?? '',
    tenantId: number.tenant.id,
  };
  const form = useForm({
    initialValues: { ...before, providerApiKey: '', dropsKey: false },
    validate: { forwardedFrom: (typed) => (!typed || readE164(typed) ? null : t('add.invalid')) },
  });
  const mayMove = user.role === 'SUPER_ADMIN' && number.status !== 'RELEASING';
  const submit = form.onSubmit(async ({ label, forwardedFrom, tenantId, providerApiKey, dropsKey }) => {
    const isMoved = tenantId !== before.tenantId;
    const input = {
      ...(label !== before.label && { label: label || null }),
      ...(forwardedFrom !== before.forwardedFrom && { forwardedFrom: readE164(forwardedFrom) ?? null }),
      ...(isMoved && { tenantId }),
      ...(dropsKey ? { providerApiKey: null } : providerApiKey && { providerApiKey }),
    };
    try {
      await update({
        variables: { id: number.id, input },
        ...(isMoved && { refetchQueries: [NUMBERS] }),
      });
      notifications.show({ message: t('common:state.saved') });
      onClose();
    } catch (failed) {
      const { field, message } = failureOf(failed);
      if (field && field in form.values) form.setFieldError(field, message);
    }
  });
  const isAtField = error && Object.keys(form.errors).length > 0;
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('label')}
          description={t('labelHint')}
          maxLength={100}
          data-autofocus
          {...form.getInputProps('label')}
        />
        <ForwardedFrom {...form.getInputProps('forwardedFrom')} />
        {number.source === 'OWN' && (
          <PasswordInput
            label={t('key.label')}
            description={t(number.hasProviderApiKey ? 'key.keepHint' : 'key.hint')}
            autoComplete="new-password"
            disabled={form.values.dropsKey}
            {...form.getInputProps('providerApiKey')}
          />
        )}
        {number.hasProviderApiKey && (
          <Checkbox
            label={t('key.drop')}
            description={t('key.dropHint')}
            {...form.getInputProps('dropsKey', { type: 'checkbox' })}
          />
        )}
        {mayMove && (
          <NativeSelect
            label={t('edit.tenant')}
            description={t('edit.tenantHint')}
            data={tenants.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('tenantId')}
          />
        )}
        {error && !isAtField && <Failed error={error} />}
        <Button type="submit" loading={loading} disabled={!form.isDirty()}>
          {t('common:action.save')}
        </Button>
      </Stack>
    </form>
  );
}
