import { useMutation } from '@apollo/client/react';
import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';
import { CREATE } from './operations.ts';
import { slugFrom } from './slug-from.ts';
import { TimeZoneSelect } from './time-zone-select.tsx';

export function CreateTenant({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('tenants');
  const navigate = useNavigate();
  const [create, { loading }] = useMutation(CREATE, { refetchQueries: ['TenantList', 'ChoosableTenants'] });
  const [failure, setFailure] = useState<unknown>();
  const form = useForm({ initialValues: { name: '', slug: '', greeting: '', timeZone: 'Asia/Kolkata' } });
  const { values } = form;
  const rename = (name: string) => {
    // The slug follows the name until the super admin writes another one.
    if (values.slug === slugFrom(values.name)) form.setFieldValue('slug', slugFrom(name));
    form.setFieldValue('name', name);
  };
  const submit = form.onSubmit(async ({ greeting, ...typed }) => {
    setFailure(undefined);
    try {
      const { data } = await create({
        variables: { input: { ...typed, greeting: greeting.trim() || null } },
      });
      if (!data) return;
      const { id, name } = data.createTenant;
      notifications.show({ message: t('create.done', { name }) });
      form.reset();
      onClose();
      void navigate(`/tenants/${id}`);
    } catch (error) {
      const { field, message } = failureOf(error);
      if (field !== undefined && field in values) form.setFieldError(field, message);
      else setFailure(error);
    }
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('create.title')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            description={t('create.nameHelp')}
            required
            maxLength={120}
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('name')}
            onChange={(event) => rename(event.currentTarget.value)}
          />
          <TextInput
            label={t('slug')}
            description={t('create.slugHelp')}
            required
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('slug')}
          />
          <Textarea
            label={t('create.greeting')}
            description={t('create.greetingHelp')}
            maxLength={600}
            autosize
            minRows={2}
            {...form.getInputProps('greeting')}
          />
          <TimeZoneSelect
            value={form.values.timeZone}
            onChange={(zone) => form.setFieldValue('timeZone', zone)}
            error={form.errors.timeZone}
          />
          {failure !== undefined && <Failed error={failure} />}
          <Button type="submit" loading={loading}>
            {t('create.submit')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
