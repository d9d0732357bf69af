import { useMutation } from '@apollo/client/react';
import { Button, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { phoneText } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { ForwardedFrom } from './forwarded-from.tsx';
import { ADD } from './operations.ts';
import { readE164 } from './typed-number.ts';

type Props = { opened: boolean; onClose: () => void; tenantId: string; onAdded: () => void };

/** A number that the tenant already has, in its own account at Vobiz. */
export function AddNumber({ opened, onClose, tenantId, onAdded }: Props) {
  const { t } = useTranslation('numbers');
  const [add, { loading, error }] = useMutation(ADD);
  const form = useForm({
    initialValues: { e164: '', label: '', forwardedFrom: '', providerApiKey: '' },
    validate: {
      e164: (typed) => (readE164(typed) ? null : t('add.invalid')),
      forwardedFrom: (typed) => (!typed || readE164(typed) ? null : t('add.invalid')),
    },
  });
  const submit = form.onSubmit(async ({ e164, label, forwardedFrom, providerApiKey }) => {
    const input = {
      tenantId,
      e164: readE164(e164) ?? e164,
      label: label || null,
      forwardedFrom: readE164(forwardedFrom) ?? null,
      providerApiKey: providerApiKey || null,
    };
    try {
      const { data } = await add({ variables: { input } });
      if (data) {
        const number = phoneText(data.addPhoneNumber.e164);
        notifications.show({ message: t('add.done', { number }) });
      }
      form.reset();
      onClose();
      onAdded();
    } catch (failed) {
      const { field, message } = failureOf(failed);
      if (field && field in form.values) form.setFieldError(field, message);
    }
  });
  const isAtField = error && Object.keys(form.errors).length > 0;
  return (
    <Modal opened={opened} onClose={onClose} title={t('add.title')} centered>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('add.lead')}</Text>
          <TextInput
            label={t('add.number')}
            description={t('add.numberHint')}
            type="tel"
            autoComplete="off"
            required
            data-autofocus
            {...form.getInputProps('e164')}
          />
          <TextInput
            label={t('label')}
            description={t('labelHint')}
            maxLength={100}
            {...form.getInputProps('label')}
          />
          <ForwardedFrom {...form.getInputProps('forwardedFrom')} />
          <PasswordInput
            label={t('key.label')}
            description={t('key.hint')}
            autoComplete="new-password"
            {...form.getInputProps('providerApiKey')}
          />
          {error && !isAtField && <Failed error={error} />}
          <Button type="submit" loading={loading}>
            {t('add.submit')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
