import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';
import { UnsavedChanges } from '../../ui/unsaved-changes.tsx';
import { changedIn, type Typed, typedOf } from './changed.ts';
import { type Customer, UPDATE } from './operations.ts';

const MOST_TAGS = 20;

/** What users note of a customer. Staff write notes; only admins change the name and the like. */
export function CustomerForm({ customer }: { customer: Customer }) {
  const { t } = useTranslation(['customers', 'common']);
  const { user } = useSession();
  const mayNameThem = user.role !== 'TENANT_STAFF';
  const [update, { loading }] = useMutation(UPDATE);
  const [failure, setFailure] = useState<unknown>();
  const form = useForm<Typed>({ initialValues: typedOf(customer) });
  const keep = (fresh: Typed) => {
    form.setInitialValues(fresh);
    form.setValues(fresh);
  };
  // What comes from the server later, while nothing was typed, is what is edited.
  const freshen = useEffectEvent((latest: Customer) => {
    if (!form.isDirty()) keep(typedOf(latest));
  });
  useEffect(() => freshen(customer), [customer]);
  const submit = form.onSubmit(async (typed) => {
    setFailure(undefined);
    try {
      const { data } = await update({
        variables: { id: customer.id, input: changedIn(form.getInitialValues(), typed) },
      });
      if (!data) return;
      keep(typedOf(data.updateCustomer));
      notifications.show({ message: t('common:state.saved') });
    } catch (error) {
      const { field, message } = failureOf(error);
      if (field !== undefined && field in typed) form.setFieldError(field, message);
      else setFailure(error);
    }
  });
  return (
    <form onSubmit={submit} aria-label={t('form')}>
      <UnsavedChanges areThere={form.isDirty() && !loading} />
      <Stack>
        {mayNameThem && (
          <>
            <TextInput label={t('name')} maxLength={120} autoComplete="off" {...form.getInputProps('name')} />
            <TagsInput
              label={t('tags')}
              description={t('tagsHelp')}
              maxTags={MOST_TAGS}
              clearable
              {...form.getInputProps('tags')}
            />
          </>
        )}
        <Textarea
          label={t('notes')}
          description={t('notesHelp')}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={5_000}
          {...form.getInputProps('notes')}
        />
        <Switch
          label={t('notesTellable')}
          description={t('notesTellableHelp')}
          {...form.getInputProps('notesTellable', { type: 'checkbox' })}
        />
        {failure !== undefined && <Failed error={failure} />}
        <Group>
          <Button type="submit" loading={loading} disabled={!form.isDirty()}>
            {t('common:action.save')}
          </Button>
          {form.isDirty() && (
            <Button variant="default" onClick={form.reset}>
              {t('common:action.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
