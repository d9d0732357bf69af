import { useMutation } from '@apollo/client/react';
import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { useFormat } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { ClearCredentials } from './clear-credentials.tsx';
import { SAVE, type Settings } from './operations.ts';
import { Section } from './section.tsx';

const COLORS = { CONNECTED: 'teal', REFUSED: 'red', UNVERIFIED: 'orange', NONE: 'cyan' };

/** The platform's account at Vobiz. The key goes in, and never comes out again. */
export function Credentials({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const { dateTime } = useFormat();
  const { updatedAt, vobizAppId, vobizApiKeyHint } = settings;
  const hasAny = vobizAppId !== null || vobizApiKeyHint !== null;
  return (
    <Section title={t('credentials.heading')}>
      <Text size="sm">{t('credentials.lead')}</Text>
      {/* Begins anew with what is stored, once something else is. */}
      <CredentialsForm key={vobizAppId} settings={settings} />
      {updatedAt && <Text size="sm">{t('credentials.updated', { time: dateTime(updatedAt) })}</Text>}
      {hasAny && <ClearCredentials />}
    </Section>
  );
}

function CredentialsForm({ settings: { vobizAppId, vobizApiKeyHint } }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const [save, { loading, error }] = useMutation(SAVE);
  const form = useForm({
    initialValues: { vobizAppId: vobizAppId ?? '', vobizApiKey: '' },
    validate: { vobizAppId: (typed) => (typed.trim() ? null : t('credentials.appIdMissing')) },
  });
  const submit = form.onSubmit(async ({ vobizAppId: appId, vobizApiKey }) => {
    // A key that is left empty stays as it is stored; clearing it has a button of its own.
    const input = { vobizAppId: appId, ...(vobizApiKey && { vobizApiKey }) };
    try {
      const { data } = await save({ variables: { input } });
      form.setFieldValue('vobizApiKey', '');
      const status = data?.updatePlatformSettings.connection?.status ?? 'NONE';
      notifications.show({ message: t(`credentials.saved.${status}`), color: COLORS[status] });
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
          label={t('credentials.appId')}
          description={t('credentials.appIdHint')}
          autoComplete="off"
          spellCheck={false}
          withAsterisk
          {...form.getInputProps('vobizAppId')}
        />
        <PasswordInput
          label={t('credentials.apiKey')}
          description={
            vobizApiKeyHint === null
              ? t('credentials.apiKeyHint')
              : t('credentials.apiKeyStored', { hint: vobizApiKeyHint })
          }
          autoComplete="new-password"
          {...form.getInputProps('vobizApiKey')}
        />
        {error && !isAtField && <Failed error={error} />}
        <Group>
          <Button type="submit" loading={loading}>
            {t('credentials.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
