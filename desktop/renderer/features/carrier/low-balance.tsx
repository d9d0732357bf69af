import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { CARRIER_STATUS, LOW_BALANCE, SET_LOW_BALANCE } from './operations.ts';
import { paiseIn, rupeesOf } from './typed-rupees.ts';

/** Below which balance super admins are warned. */
export function LowBalance() {
  const { t } = useTranslation('carrier');
  const { data, error, refetch } = useQuery(LOW_BALANCE);
  return (
    <Stack component="section" gap="sm" aria-labelledby="low-balance">
      <Title order={2} id="low-balance">
        {t('warning.heading')}
      </Title>
      <Text size="sm">{t('warning.lead')}</Text>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton rows={1} />}
      {data && <WarningForm paise={data.lowBalanceWarning ?? null} />}
    </Stack>
  );
}

function WarningForm({ paise }: { paise: number | null }) {
  const { t } = useTranslation('carrier');
  const [save, { loading, error }] = useMutation(SET_LOW_BALANCE, {
    refetchQueries: [LOW_BALANCE, CARRIER_STATUS],
  });
  const form = useForm({
    initialValues: { amount: rupeesOf(paise) },
    validate: { amount: (typed) => (paiseIn(typed) === undefined ? t('warning.invalid') : null) },
  });
  const submit = form.onSubmit(async ({ amount }) => {
    try {
      await save({ variables: { paise: paiseIn(amount) ?? null } });
      notifications.show({ message: t('warning.saved') });
    } catch {
      // Shown below.
    }
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('warning.amount')}
          description={t('warning.hint')}
          inputMode="decimal"
          autoComplete="off"
          maw={320}
          {...form.getInputProps('amount')}
        />
        {error && <Failed error={error} />}
        <Group>
          <Button type="submit" variant="default" loading={loading}>
            {t('warning.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
