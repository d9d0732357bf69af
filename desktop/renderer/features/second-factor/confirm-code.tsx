import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';
import { CONFIRM } from './operations.ts';

/** Only once the app shows the right code is anything asked of the next sign-in. */
export function ConfirmCode({ onConfirmed }: { onConfirmed: (recoveryCodes: readonly string[]) => void }) {
  const { t } = useTranslation('secondFactor');
  const [code, setCode] = useState('');
  const [confirm, { loading, error }] = useMutation(CONFIRM);
  const { field, message } = error ? failureOf(error) : {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await confirm({ variables: { code } }).catch(() => undefined);
    if (done?.data) onConfirmed(done.data.confirmSecondFactor);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <TextInput
          label={t('confirm.code')}
          description={t('confirm.help')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maw={260}
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={field === 'code' ? message : undefined}
        />
        {error && field !== 'code' && <Failed error={error} />}
        <Group>
          <Button type="submit" loading={loading}>
            {t('confirm.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
