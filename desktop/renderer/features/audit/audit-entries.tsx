import { Button, Code, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useTenants } from '../../app/tenant.tsx';
import type { AuditLogQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';

type Entry = AuditLogQuery['auditLog']['edges'][number]['node'];

/** What was done, in two lines each: the action and when, then who, for whom and from where. */
export function AuditEntries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('audit');
  return (
    <Stack component="ol" gap={0} p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('list')}>
      {entries.map((entry) => (
        <AuditEntry key={entry.id} entry={entry} />
      ))}
    </Stack>
  );
}

function AuditEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation('audit');
  const { dateTime } = useFormat();
  const { tenants } = useTenants();
  const action = useAction()(entry.action);
  const [isOpen, { toggle }] = useDisclosure(false);
  const { tenantId, subject, actorEmail, address, detail } = entry;
  const tenant = tenantId && (tenants.find(({ id }) => id === tenantId)?.name ?? t('gone'));
  const hasDetail = Object.keys(detail).length > 0;
  return (
    <li>
      <Stack gap={2} py="xs" style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
        <Group justify="space-between" gap="xs" align="baseline">
          <Text style={{ overflowWrap: 'anywhere' }}>
            <Text span fw={500} inherit>
              {action}
            </Text>
            {subject && `: ${subject}`}
          </Text>
          <Text size="sm" c="dimmed">
            <time dateTime={entry.at}>{dateTime(entry.at)}</time>
          </Text>
        </Group>
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[actorEmail ?? t('platform'), tenant, address].filter(Boolean).join(' · ')}
          </Text>
          {hasDetail && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={toggle}
              aria-expanded={isOpen}
              aria-label={t('detailsOf', { action })}
            >
              {t('detail')}
            </Button>
          )}
        </Group>
        {hasDetail && (
          <Collapse expanded={isOpen}>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {JSON.stringify(detail, null, 1)}
            </Code>
          </Collapse>
        )}
      </Stack>
    </li>
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
