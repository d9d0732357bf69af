import { useLazyQuery, useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../../../app/tenant.tsx';
import { useFormat } from '../../../ui/format.ts';
import { PageSkeleton } from '../../../ui/page.tsx';
import { Failed, Nothing } from '../../../ui/states.tsx';
import { callerOf } from '../../calls/caller.ts';
import { TRY, TRYABLE } from '../operations.ts';
import { DryRunResult } from './dry-run-result.tsx';

/** What the stored automation would make of a call that was; nothing of it is done. */
export function DryRun({ automationId }: { automationId: string }) {
  const { t } = useTranslation(['automations', 'common']);
  const { id: tenantId } = useTenant();
  const { dateTime } = useFormat();
  const { data, error, refetch } = useQuery(TRYABLE, { variables: { tenantId } });
  const [attempt, dryRun] = useLazyQuery(TRY, { fetchPolicy: 'network-only' });
  const [chosen, setChosen] = useState('');
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={2} />;
  const calls = data.calls.edges.map(({ node }) => node);
  const first = calls[0];
  if (!first) return <Nothing>{t('try.noCalls')}</Nothing>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Shown below, as what comes of it is.
    void attempt({ variables: { id: automationId, callId: chosen || first.id } }).catch(() => undefined);
  };
  return (
    <Stack maw={820}>
      <Text size="sm">{t('try.lead')}</Text>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <NativeSelect
            label={t('try.call')}
            description={t('try.callHelp')}
            value={chosen || first.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={calls.map((call) => ({
              value: call.id,
              label: `${dateTime(call.startedAt)} – ${callerOf(call) ?? t('common:anonymous')}`,
            }))}
          />
          <Button type="submit" loading={dryRun.loading}>
            {t('try.submit')}
          </Button>
        </Group>
      </form>
      {dryRun.error && <Failed error={dryRun.error} />}
      <div aria-live="polite">
        {dryRun.data && !dryRun.loading && <DryRunResult dryRun={dryRun.data.tryAutomation} />}
      </div>
    </Stack>
  );
}
