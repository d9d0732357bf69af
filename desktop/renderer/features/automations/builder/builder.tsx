import { Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../graphql/errors.ts';
import { Failed } from '../../../ui/states.tsx';
import { UnsavedChanges } from '../../../ui/unsaved-changes.tsx';
import { ActionList } from './action-list.tsx';
import { formField } from './automation-input.ts';
import { ConditionFields } from './condition-fields.tsx';
import { type Draft, TRIGGERS } from './draft.ts';

type Props = {
  initial: Draft;
  submitLabel: string;
  isReadOnly?: boolean;
  /** @returns the draft as it is stored now */
  onSave: (draft: Draft) => Promise<Draft>;
};

/** When, on which condition, and what then: in the order in which people think of it. */
export function Builder({ initial, submitLabel, isReadOnly = false, onSave }: Props) {
  const { t } = useTranslation(['automations', 'common']);
  const form = useForm<Draft>({ initialValues: initial });
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const submit = form.onSubmit(async (draft) => {
    setSaving(true);
    setFailure(undefined);
    try {
      const stored = await onSave(draft);
      form.setInitialValues(stored);
      form.setValues(stored);
      notifications.show({ message: t('common:state.saved') });
    } catch (error) {
      const { field, message } = failureOf(error);
      const place = formField(field);
      if (place !== undefined && message !== undefined) form.setFieldError(place, message);
      else setFailure(error);
    } finally {
      setSaving(false);
    }
  });
  return (
    <form onSubmit={submit} aria-label={t('form')}>
      <UnsavedChanges areThere={form.isDirty() && !isSaving} />
      <Stack maw={820}>
        <Fieldset legend={t('when')} disabled={isReadOnly}>
          <Stack gap="sm">
            <TextInput
              label={t('name')}
              description={t('nameHelp')}
              required
              maxLength={120}
              {...form.getInputProps('name')}
            />
            <NativeSelect
              label={t('triggerLabel')}
              description={t(`triggerHelp.${form.values.trigger}`)}
              data={TRIGGERS.map((value) => ({ value, label: t(`trigger.${value}`) }))}
              {...form.getInputProps('trigger')}
            />
          </Stack>
        </Fieldset>
        <ConditionFields form={form} isReadOnly={isReadOnly} />
        <ActionList form={form} isReadOnly={isReadOnly} />
        {failure !== undefined && <Failed error={failure} />}
        {!isReadOnly && (
          <Group>
            <Button type="submit" loading={isSaving} disabled={!form.isDirty()}>
              {submitLabel}
            </Button>
            {form.isDirty() && (
              <Button variant="default" onClick={form.reset}>
                {t('undo')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}
