import { useMutation } from '@apollo/client/react';
import { Button, Group, NumberInput, Paper, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';
import { UnsavedChanges } from '../../ui/unsaved-changes.tsx';
import { type Tenant, UPDATE } from './operations.ts';
import { TimeZoneSelect } from './time-zone-select.tsx';

type Typed = {
  name: string;
  timeZone: string;
  signaturePolicy: Tenant['signaturePolicy'];
  /** Days; empty for ever. */
  transcriptRetentionDays: number | '';
  recordingRetentionDays: number | '';
};

const typedFrom = (tenant: Omit<Tenant, 'slug' | 'createdAt' | 'webhookUrls' | 'status'>): Typed => ({
  name: tenant.name,
  timeZone: tenant.timeZone,
  signaturePolicy: tenant.signaturePolicy,
  transcriptRetentionDays: tenant.transcriptRetentionDays ?? '',
  recordingRetentionDays: tenant.recordingRetentionDays ?? '',
});

const POLICIES = ['ACCEPT_UNSIGNED', 'REQUIRE_SIGNED'] as const;

export function TenantForm({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation(['tenants', 'common']);
  const [update, { loading }] = useMutation(UPDATE, { refetchQueries: ['TenantList', 'ChoosableTenants'] });
  const [failure, setFailure] = useState<unknown>();
  const form = useForm<Typed>({ initialValues: typedFrom(tenant) });
  const submit = form.onSubmit(async ({ transcriptRetentionDays, recordingRetentionDays, ...typed }) => {
    setFailure(undefined);
    const input = {
      ...typed,
      transcriptRetentionDays: transcriptRetentionDays === '' ? null : transcriptRetentionDays,
      recordingRetentionDays: recordingRetentionDays === '' ? null : recordingRetentionDays,
    };
    try {
      const { data } = await update({ variables: { id: tenant.id, input } });
      if (!data) return;
      const saved = typedFrom(data.updateTenant);
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
            <TextInput
              label={t('name')}
              description={t('create.nameHelp')}
              maxLength={120}
              {...form.getInputProps('name')}
            />
            <TimeZoneSelect
              value={form.values.timeZone}
              onChange={(zone) => form.setFieldValue('timeZone', zone)}
              error={form.errors.timeZone}
            />
          </SimpleGrid>
          <Radio.Group
            label={t('settings.signature')}
            description={t('settings.signatureHelp')}
            {...form.getInputProps('signaturePolicy')}
          >
            <Stack gap="sm" mt="xs">
              {POLICIES.map((policy) => (
                <Radio
                  key={policy}
                  value={policy}
                  label={t(`settings.${policy}`)}
                  description={t(`settings.${policy}_help`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NumberInput
              label={t('settings.transcripts')}
              description={t('settings.transcriptsHelp')}
              placeholder={t('settings.forever')}
              suffix={t('settings.days')}
              min={1}
              max={36_500}
              allowDecimal={false}
              {...form.getInputProps('transcriptRetentionDays')}
            />
            <NumberInput
              label={t('settings.recordings')}
              description={t('settings.recordingsHelp')}
              placeholder={t('settings.forever')}
              suffix={t('settings.days')}
              min={1}
              max={36_500}
              allowDecimal={false}
              {...form.getInputProps('recordingRetentionDays')}
            />
          </SimpleGrid>
          {failure !== undefined && <Failed error={failure} />}
          <Group justify="flex-end">
            <Button variant="default" disabled={!isDirty || loading} onClick={form.reset}>
              {t('settings.discard')}
            </Button>
            <Button type="submit" loading={loading} disabled={!isDirty}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
