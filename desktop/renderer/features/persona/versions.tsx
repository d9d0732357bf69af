import { useQuery } from '@apollo/client/react';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { VERSIONS } from './operations.ts';
import type { PersonaText } from './persona-text.ts';
import { type Editing, VersionRow } from './version-row.tsx';

type Props = {
  tenantId: string;
  current: PersonaText & { version: number };
  /** Left out where nothing may be brought back. */
  editing?: Editing;
};

/** Every persona that ever answered, the newest first. */
export function Versions({ tenantId, current, editing }: Props) {
  const { t } = useTranslation('persona');
  const { data, error, refetch, fetchMore } = useQuery(VERSIONS, { variables: { tenantId } });
  const [isFetching, setFetching] = useState(false);
  const versions = data?.personaVersions ?? [];
  const oldest = versions.at(-1)?.version ?? 1;
  const older = async () => {
    setFetching(true);
    await fetchMore({
      variables: { before: oldest },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...before,
        personaVersions: [...before.personaVersions, ...fetchMoreResult.personaVersions],
      }),
    }).finally(() => setFetching(false));
  };
  return (
    <Stack component="section" gap="sm" aria-labelledby="versions-title" mt="md">
      <div>
        <Title order={2} id="versions-title">
          {t('versions.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('versions.lead')}
        </Text>
      </div>
      {!data && !error && <PageSkeleton rows={3} />}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      <Stack
        component="ol"
        gap="xs"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
        aria-labelledby="versions-title"
      >
        {versions.map((version) => (
          <VersionRow
            key={version.version}
            tenantId={tenantId}
            version={version}
            current={current}
            editing={editing}
          />
        ))}
      </Stack>
      {oldest > 1 && (
        <Button
          variant="default"
          loading={isFetching}
          onClick={() => void older()}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('versions.older')}
        </Button>
      )}
    </Stack>
  );
}
