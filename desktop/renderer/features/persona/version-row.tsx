import { useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { PersonaVersionsQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { DifferenceView } from './difference-view.tsx';
import { RESTORE } from './operations.ts';
import { changedFields, type PersonaText } from './persona-text.ts';

/** What a form above the list is told and asked. */
export type Editing = {
  hasChanges: boolean;
  /** Shows what answers now in place of what was typed. */
  adopt: (persona: PersonaText & { version: number }) => void;
};

type Props = {
  tenantId: string;
  version: PersonaVersionsQuery['personaVersions'][number];
  current: PersonaText & { version: number };
  editing: Editing | undefined;
};

export function VersionRow({ tenantId, version, current, editing }: Props) {
  const { t, i18n } = useTranslation('persona');
  const { dateTime } = useFormat();
  const [isComparing, comparing] = useDisclosure(false);
  const [isRestoring, restoring] = useDisclosure(false);
  const number = version.version;
  const isCurrent = number === current.version;
  const differing = changedFields(current, version);
  const fields = new Intl.ListFormat(i18n.language).format(differing.map((field) => t(`field.${field}`)));
  const time = dateTime(version.createdAt);
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={500}>{t('versions.version', { version: number })}</Text>
            {isCurrent && <Badge variant="light">{t('versions.current')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {version.author === null
              ? t('versions.made', { time })
              : t('versions.by', { author: version.author, time })}
          </Text>
          {!isCurrent && (
            <Text size="sm">
              {differing.length > 0 ? t('versions.differs', { fields }) : t('versions.same')}
            </Text>
          )}
        </div>
        {!isCurrent && differing.length > 0 && (
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              onClick={comparing.open}
              aria-label={`${t('versions.compare')}: ${t('versions.version', { version: number })}`}
            >
              {t('versions.compare')}
            </Button>
            {editing && (
              <Button
                variant="default"
                size="xs"
                onClick={restoring.open}
                aria-label={t('versions.restoreVersion', { version: number })}
              >
                {t('versions.restore')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      <Modal
        opened={isComparing}
        onClose={comparing.close}
        title={t('versions.compareTitle', { version: number })}
        size="xl"
      >
        <DifferenceView from={current} to={version} />
      </Modal>
      {editing && (
        <Restore
          tenantId={tenantId}
          number={number}
          editing={editing}
          opened={isRestoring}
          onClose={restoring.close}
        />
      )}
    </Paper>
  );
}

function Restore({
  tenantId,
  number,
  editing,
  opened,
  onClose,
}: {
  tenantId: string;
  number: number;
  editing: Editing;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(['persona', 'common']);
  const [restore, { loading, error }] = useMutation(RESTORE, {
    refetchQueries: ['PersonaOfTenant', 'PersonaVersions'],
  });
  const submit = async () => {
    const { data } = await restore({ variables: { tenantId, version: number } }).catch(() => ({
      data: null,
    }));
    if (!data) return;
    editing.adopt(data.restorePersona);
    notifications.show({ message: t('versions.restored', { version: data.restorePersona.version }) });
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('versions.restoreTitle', { version: number })} centered>
      <Stack>
        <Text>{t('versions.restoreQuestion')}</Text>
        {editing.hasChanges && <Text fw={500}>{t('versions.restoreLoses')}</Text>}
        {error && <Failed error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button loading={loading} onClick={() => void submit()}>
            {t('versions.restoreVersion', { version: number })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
