import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingsFieldsFragment } from '../../graphql/generated/graphql.ts';
import { phoneText, useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { AssignNumber } from './assign-number.tsx';
import { FINDINGS, LOOK_NOW } from './operations.ts';
import { Sections } from './sections.tsx';

type Findings = FindingsFieldsFragment;

/** Where the Vobiz account and what is shown here don't agree. */
export function Screen() {
  const { t } = useTranslation('marketplace');
  const { dateTime } = useFormat();
  const { data, error, refetch } = useQuery(FINDINGS);
  const [look, looking] = useMutation(LOOK_NOW, {
    refetchQueries: [FINDINGS],
    awaitRefetchQueries: true,
  });
  const findings = data?.numberReconciliation;
  const isDemo = data?.platformSettings.marketplaceMode === 'DEMO';
  return (
    <Page title={t('account.title')} lead={t('account.lead')} actions={<Sections />}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!findings && !error && <PageSkeleton rows={4} />}
      {findings && isDemo && <Nothing>{t('account.demo')}</Nothing>}
      {findings && !isDemo && (
        <Stack gap="xl">
          <Stack gap="sm" align="flex-start">
            <Text role="status">
              {findings.listedAt
                ? t('account.listed', { time: dateTime(findings.listedAt) })
                : t('account.neverListed')}
            </Text>
            {findings.problem && (
              <Alert color="orange" variant="outline" role="alert">
                {findings.problem}
              </Alert>
            )}
            <Button
              variant="default"
              loading={looking.loading}
              onClick={() => void look().catch(() => undefined)}
            >
              {t('account.look')}
            </Button>
            {looking.error && <Failed error={looking.error} />}
          </Stack>
          <Found found={findings.found} onAssigned={() => void refetch()} />
          <Lost lost={findings.lost} />
        </Stack>
      )}
    </Page>
  );
}

function Found({ found, onAssigned }: { found: Findings['found']; onAssigned: () => void }) {
  const { t } = useTranslation('marketplace');
  const format = useFormat();
  return (
    <Section id="found-numbers" title={t('account.found.heading')} lead={t('account.found.lead')}>
      {found.length === 0 ? (
        <Text>{t('account.found.nothing')}</Text>
      ) : (
        <ResponsiveTable
          label={t('account.found.heading')}
          rows={found}
          rowKey={({ e164 }) => e164}
          columns={[
            { key: 'number', header: t('columns.number'), cell: ({ e164 }) => phoneText(e164) },
            {
              key: 'found',
              header: t('account.found.since'),
              cell: ({ foundAt }) => format.dateTime(foundAt),
            },
            {
              key: 'billing',
              header: t('account.found.nextBilling'),
              cell: ({ nextBillingAt }) => (nextBillingAt ? format.date(nextBillingAt) : t('notTold')),
            },
            {
              key: 'fee',
              header: t('account.found.fee'),
              isFigure: true,
              cell: ({ monthlyFee }) => (monthlyFee ? format.money(monthlyFee) : t('notTold')),
            },
          ]}
          actions={{
            header: t('columns.actions'),
            of: ({ e164 }) => <AssignNumber e164={e164} onAssigned={onAssigned} />,
          }}
        />
      )}
    </Section>
  );
}

function Lost({ lost }: { lost: Findings['lost'] }) {
  const { t } = useTranslation('marketplace');
  const format = useFormat();
  return (
    <Section id="lost-numbers" title={t('account.lost.heading')} lead={t('account.lost.lead')}>
      {lost.length === 0 ? (
        <Text>{t('account.lost.nothing')}</Text>
      ) : (
        <ResponsiveTable
          label={t('account.lost.heading')}
          rows={lost}
          rowKey={({ id }) => id}
          columns={[
            { key: 'number', header: t('columns.number'), cell: ({ e164 }) => phoneText(e164) },
            { key: 'tenant', header: t('account.tenant'), cell: ({ tenant }) => tenant.name },
            {
              key: 'since',
              header: t('account.lost.since'),
              cell: ({ lostSince }) => (lostSince ? format.dateTime(lostSince) : ''),
            },
          ]}
        />
      )}
    </Section>
  );
}

type SectionProps = { id: string; title: string; lead: string; children: ReactNode };

function Section({ id, title, lead, children }: SectionProps) {
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <div>
        <Title order={2} id={id}>
          {title}
        </Title>
        <Text size="sm">{lead}</Text>
      </div>
      {children}
    </Stack>
  );
}
