import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SystemStatusQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';

type Props = Pick<SystemStatusQuery['systemStatus'], 'refusedWebhooks'>;

/** Whose webhooks were refused within a day, and why: a flood is seen here while it lasts, and afterwards. */
export function RefusedWebhooks({ refusedWebhooks }: Props) {
  const { t } = useTranslation(['system', 'webhooks']);
  const { dateTime, number } = useFormat();
  return (
    <>
      <Title order={2}>{t('refusedTitle')}</Title>
      {refusedWebhooks.length === 0 ? (
        <Text c="dimmed">{t('noneRefused')}</Text>
      ) : (
        <>
          <ResponsiveTable
            label={t('refusedTitle')}
            rows={refusedWebhooks}
            rowKey={({ slug, reason }) => `${slug} ${reason}`}
            columns={[
              { key: 'business', header: t('business'), cell: ({ name }) => name },
              { key: 'reason', header: t('error'), cell: ({ reason }) => t(`webhooks:reason.${reason}`) },
              { key: 'amount', header: t('amount'), cell: ({ amount }) => number(amount) },
              { key: 'latest', header: t('latest'), cell: ({ latestAt }) => dateTime(latestAt) },
            ]}
          />
          <Text size="sm" c="dimmed">
            {t('refusedHelp')}
          </Text>
        </>
      )}
    </>
  );
}
