import { useMutation } from '@apollo/client/react';
import { Button, Group, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';
import { UnsavedChanges } from '../../ui/unsaved-changes.tsx';
import { type Tenant, UPDATE, UPDATE_OWN } from './operations.ts';
import {
  AnalysisFields,
  BoundFields,
  RecordingFields,
  RetentionFields,
  SignatureFields,
} from './settings-fields.tsx';
import { TimeZoneSelect } from './time-zone-select.tsx';
import { ownInput, type TypedSettings, typedFrom, wholeInput } from './typed-settings.ts';

type Props = {
  tenant: Tenant;
  /** Changed by the business's own admin, who has no say in its name and its cap of tokens. */
  isOwn?: boolean;
};

export function TenantForm({ tenant, isOwn = false }: Props) {
  const { t } = useTranslation(['tenants', 'common']);
  const { save, isSaving } = useSave(tenant.id, isOwn);
  const [failure, setFailure] = useState<unknown>();
  const form = useForm<TypedSettings>({ initialValues: typedFrom(tenant) });
  const submit = form.onSubmit(async (typed) => {
    setFailure(undefined);
    try {
      const stored = await save(typed);
      if (!stored) return;
      const saved = typedFrom(stored);
      form.setInitialValues(saved);
      form.setValues(saved);
      form.resetDirty(saved);
      notifications.show({ message: t('settings.saved', { name: saved.name }) });
    } catch (error) {
      const { field, message } = failureOf(error);
      if (field !== undefined && field in form.values) form.setFieldError(field, message);
      else setFailure(error);
    }
  });
  const isDirty = form.isDirty();
  return (
    <Paper withBorder p="md">
      <UnsavedChanges areThere={isDirty} />
      <form onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {!isOwn && (
              <TextInput
                label={t('name')}
                description={t('create.nameHelp')}
                maxLength={120}
                {...form.getInputProps('name')}
              />
            )}
            <TimeZoneSelect
              value={form.values.timeZone}
              onChange={(zone) => form.setFieldValue('timeZone', zone)}
              error={form.errors.timeZone}
            />
          </SimpleGrid>
          <RecordingFields form={form} />
          <RetentionFields form={form} />
          <SignatureFields form={form} signedAt={tenant.signedWebhookAt} />
          {!isOwn && <AnalysisFields form={form} spent={tenant.analysisTokensToday} />}
          {!isOwn && <BoundFields form={form} />}
          {failure !== undefined && <Failed error={failure} />}
          <Group justify="flex-end">
            <Button variant="default" disabled={!isDirty || isSaving} onClick={form.reset}>
              {t('settings.discard')}
            </Button>
            <Button type="submit" loading={isSaving} disabled={!isDirty}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

/** Saves settings by what the one who does it may change. */
function useSave(id: string, isOwn: boolean) {
  const [update, { loading }] = useMutation(UPDATE, { refetchQueries: ['TenantList', 'ChoosableTenants'] });
  const [updateOwn, { loading: isOwnLoading }] = useMutation(UPDATE_OWN);
  const save = async (typed: TypedSettings) => {
    if (isOwn) {
      const { data } = await updateOwn({ variables: { id, input: ownInput(typed) } });
      return data?.updateBusiness;
    }
    const { data } = await update({ variables: { id, input: wholeInput(typed) } });
    return data?.updateTenant;
  };
  return { save, isSaving: loading || isOwnLoading };
}
