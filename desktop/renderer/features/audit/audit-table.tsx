import { Button, Code, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useTenants } from '../../app/tenant.tsx';
import type { AuditLogQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { Records } from '../../ui/records.tsx';

type Entry = AuditLogQuery['auditLog']['edges'][number]['node'];

export function AuditTable({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('audit');
  const { dateTime } = useFormat();
  const { tenants } = useTenants();
  const tellAction = useAction();
  const nameOf = (tenantId: string | null | undefined) =>
    tenantId ? (tenants.find(({ id }) => id === tenantId)?.name ?? t('gone')) : '–';
  return (
    <Records
      label={t('list')}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', header: t('what'), cell: ({ action }) => tellAction(action) },
        { key: 'subject', header: t('subject'), cell: ({ subject }) => subject ?? '–' },
        { key: 'tenant', header: t('tenant'), cell: ({ tenantId }) => nameOf(tenantId) },
        { key: 'who', header: t('who'), cell: ({ actorEmail }) => actorEmail ?? t('platform') },
        { key: 'at', header: t('at'), cell: ({ at }) => dateTime(at) },
        { key: 'where', header: t('where'), cell: ({ address }) => address ?? '–' },
        { key: 'detail', header: t('detail'), cell: (entry) => <Detail entry={entry} /> },
      ]}
    />
  );
}

/** In a person's words where there are some, else as it was written down. */
function useAction() {
  const { t, i18n } = useTranslation('audit');
  return (action: string): string => {
    const key = `action.${action}`;
    return i18n.exists(key, { ns: 'audit' }) ? t(key as 'action.session.start') : action;
  };
}

function Detail({ entry: { action, detail } }: { entry: Entry }) {
  const { t } = useTranslation('audit');
  const tellAction = useAction();
  const [isOpen, { toggle }] = useDisclosure(false);
  if (Object.keys(detail).length === 0) return '–';
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={toggle}
        aria-expanded={isOpen}
        aria-label={t('detailsOf', { action: tellAction(action) })}
      >
        {t('detail')}
      </Button>
      <Collapse expanded={isOpen}>
        <Code block ta="left" maw={320}>
          <Text span inherit style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {JSON.stringify(detail, null, 1)}
          </Text>
        </Code>
      </Collapse>
    </>
  );
}
