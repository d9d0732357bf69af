import { useMutation } from '@apollo/client/react';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { graphql } from '../../graphql/generated/gql.ts';
import { Failed } from '../../ui/states.tsx';

/** All that is kept of a tenant, as a file to take along. */
export function ExportData({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('tenants');
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="export-title">
      <Stack gap="sm" align="flex-start">
        <Title order={2} id="export-title">
          {t('export.title')}
        </Title>
        <Text>{t('export.help')}</Text>
        <Download id={id} name={name} />
      </Stack>
    </Paper>
  );
}

const PREPARE = graphql(`mutation PrepareExport($tenantId: ID) { prepareExport(tenantId: $tenantId) }`);

/** A browser's cookie goes along with a link; the desktop app has a token, which a link can't carry. */
function Download({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('tenants');
  const { connection } = useSession();
  const [prepare] = useMutation(PREPARE);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const token = connection.token();
  const address = `${connection.serverUrl ?? ''}/export?tenantId=${encodeURIComponent(id)}`;
  const looks = {
    variant: 'default',
    leftSection: <IconDownload size={16} aria-hidden />,
    'aria-label': t('export.button', { name }),
  } as const;
  const save = async () => {
    setBusy(true);
    setError(undefined);
    // A code of the second factor is asked for by this, where the server wants one: a download can't ask.
    await prepare({ variables: { tenantId: id } })
      .then(() => (token === undefined ? follow(address) : download(address, token)))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button loading={isBusy} onClick={() => void save()} {...looks}>
        {t('export.submit')}
      </Button>
      {error !== undefined && <Failed error={error} />}
    </>
  );
}

function follow(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

async function download(address: string, token: string): Promise<void> {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`The export was answered with ${answer.status}`);
  const named = /filename="?([\w.-]+)/.exec(answer.headers.get('content-disposition') ?? '');
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = named?.[1] ?? 'kaivox.zip';
  link.click();
  URL.revokeObjectURL(url);
}
