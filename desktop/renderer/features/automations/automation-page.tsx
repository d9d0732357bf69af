import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Stack, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSession } from '../../app/session.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { inputOf } from './builder/automation-input.ts';
import { Builder } from './builder/builder.tsx';
import { draftOf } from './builder/draft.ts';
import { DryRun } from './builder/dry-run.tsx';
import { DeleteAutomation } from './delete-automation.tsx';
import { Deliveries } from './deliveries.tsx';
import { EnabledSwitch } from './enabled-switch.tsx';
import { type Automation, ONE, UPDATE } from './operations.ts';
import { Runs } from './runs.tsx';

export function Screen() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ONE, { variables: { id } });
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton />;
  return <OneAutomation key={id} automation={data.automation} />;
}

function OneAutomation({ automation }: { automation: Automation }) {
  const { t } = useTranslation('automations');
  const { user } = useSession();
  const isAdmin = user.role !== 'TENANT_STAFF';
  return (
    <Page
      title={automation.name}
      lead={
        <Anchor component={Link} to="/automations" size="sm" underline="always">
          {t('all')}
        </Anchor>
      }
      actions={
        <>
          <EnabledSwitch automation={automation} />
          {isAdmin && <DeleteAutomation automation={automation} />}
        </>
      }
    >
      <Tabs defaultValue="rule" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="rule">{t('tab.rule')}</Tabs.Tab>
          <Tabs.Tab value="try">{t('tab.try')}</Tabs.Tab>
          <Tabs.Tab value="runs">{t('tab.runs')}</Tabs.Tab>
          <Tabs.Tab value="deliveries">{t('tab.deliveries')}</Tabs.Tab>
        </Tabs.List>
        {/* What is typed here stays while the others are looked at. */}
        <Tabs.Panel value="rule" pt="md" keepMounted>
          <Stored automation={automation} isAdmin={isAdmin} />
        </Tabs.Panel>
        <Tabs.Panel value="try" pt="md">
          <DryRun automationId={automation.id} />
        </Tabs.Panel>
        <Tabs.Panel value="runs" pt="md">
          <Runs automationId={automation.id} />
        </Tabs.Panel>
        <Tabs.Panel value="deliveries" pt="md">
          <Deliveries automationId={automation.id} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Stored({ automation, isAdmin }: { automation: Automation; isAdmin: boolean }) {
  const { t } = useTranslation('common');
  const [update] = useMutation(UPDATE);
  const [initial] = useState(() => draftOf(automation));
  return (
    <Stack>
      <Builder
        initial={initial}
        submitLabel={t('action.save')}
        isReadOnly={!isAdmin}
        onSave={async (draft) => {
          // Whether it is on is switched above, and saved at once.
          const { enabled: _, ...input } = inputOf(draft);
          const { data } = await update({ variables: { id: automation.id, input } });
          return data ? draftOf(data.updateAutomation) : draft;
        }}
      />
    </Stack>
  );
}
