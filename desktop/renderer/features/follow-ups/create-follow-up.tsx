import { useMutation } from '@apollo/client/react';
import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../../app/tenant.tsx';
import { failureOf } from '../../graphql/errors.ts';
import { useFormat } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { AssigneeSelect } from './assignee-select.tsx';
import { instantOf } from './due-time.ts';
import { CREATE, FOLLOW_UPS } from './operations.ts';

/** Something to do that no call left. */
export function CreateFollowUp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('followUps');
  const { id: tenantId } = useTenant();
  const { timeZone } = useFormat();
  const [create, { loading }] = useMutation(CREATE, { refetchQueries: [FOLLOW_UPS] });
  const [failure, setFailure] = useState<unknown>();
  const form = useForm({ initialValues: { title: '', dueAt: '', assigneeId: '', notes: '' } });
  const submit = form.onSubmit(async ({ title, dueAt, assigneeId, notes }) => {
    setFailure(undefined);
    const input = {
      ...{ tenantId, title, notes },
      dueAt: instantOf(dueAt, timeZone) ?? null,
      assigneeId: assigneeId || null,
    };
    try {
      await create({ variables: { input } });
      notifications.show({ message: t('create.done', { title }) });
      form.reset();
      onClose();
    } catch (error) {
      const { field, message } = failureOf(error);
      if (field !== undefined && field in form.values) form.setFieldError(field, message);
      else setFailure(error);
    }
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('create.title')} centered>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('create.what')}
            description={t('create.whatHelp')}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <TextInput
            type="datetime-local"
            label={t('dueLabel')}
            description={t('dueHelp')}
            {...form.getInputProps('dueAt')}
          />
          <AssigneeSelect
            userId={form.values.assigneeId}
            error={form.errors.assigneeId}
            onChange={(userId) => form.setFieldValue('assigneeId', userId ?? '')}
          />
          <Textarea
            label={t('notes')}
            description={t('notesHelp')}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={5_000}
            {...form.getInputProps('notes')}
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
