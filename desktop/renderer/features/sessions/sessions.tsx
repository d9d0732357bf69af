import { useMutation, useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Failed } from '../../ui/states.tsx';
import { END, END_OTHERS, SESSIONS, type Session } from './operations.ts';

/** Where the user is signed in, to be ended one by one or all others at once. */
export function Screen() {
  const { t } = useTranslation('sessions');
  const { dateTime } = useFormat();
  const { data, error, refetch } = useQuery(SESSIONS, { fetchPolicy: 'network-only' });
  const rows = data?.sessions;
  return (
    <Page title={t('title')} lead={t('lead')}>
      {error && !rows && <Failed error={error} retry={() => void refetch()} />}
      {!rows && !error && <PageSkeleton rows={3} />}
      {rows && (
        <Stack>
          {rows.length > 1 ? (
            <EndOthers count={rows.length - 1} onEnded={() => void refetch()} />
          ) : (
            <Text>{t('only')}</Text>
          )}
          <ResponsiveTable
            label={t('list')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'device', header: t('device'), cell: (session) => <Device session={session} /> },
              { key: 'address', header: t('address'), cell: ({ address }) => address ?? t('unknown') },
              { key: 'started', header: t('started'), cell: ({ startedAt }) => dateTime(startedAt) },
              { key: 'used', header: t('used'), cell: ({ lastUsedAt }) => dateTime(lastUsedAt) },
            ]}
            actions={{
              header: t('actions'),
              of: (session) =>
                session.isThisOne ? null : <EndOne session={session} onEnded={() => void refetch()} />,
            }}
          />
        </Stack>
      )}
    </Page>
  );
}

/** As a person would call it: “Firefox on Windows”. */
function useDeviceName() {
  const { t } = useTranslation('sessions');
  return ({ app, system }: Session): string => {
    if (app === 'KaiVox') return system ? t('desktopOn', { system }) : t('desktop');
    if (app && system) return t('appOn', { app, system });
    return app ?? system ?? t('unknown');
  };
}

function Device({ session }: { session: Session }) {
  const { t } = useTranslation('sessions');
  const name = useDeviceName()(session);
  return (
    <Group gap="xs">
      <span>{name}</span>
      {session.isThisOne && (
        <Badge variant="light" tt="none">
          {t('this')}
        </Badge>
      )}
    </Group>
  );
}

function EndOne({ session, onEnded }: { session: Session; onEnded: () => void }) {
  const { t } = useTranslation('sessions');
  const { dateTime } = useFormat();
  const device = useDeviceName()(session);
  const [isAsked, asking] = useDisclosure(false);
  const [end, { loading, error, reset }] = useMutation(END);
  const close = () => {
    reset();
    asking.close();
  };
  const submit = async () => {
    const done = await end({ variables: { id: session.id } }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t('ended', { device }) });
    close();
    onEnded();
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={asking.open}
        aria-label={t('endNamed', { device, time: dateTime(session.startedAt) })}
      >
        {t('end')}
      </Button>
      <Confirm
        opened={isAsked}
        onClose={close}
        title={t('endTitle', { device })}
        confirm={t('end')}
        isBusy={loading}
        error={error}
        onConfirm={() => void submit()}
      >
        {t('endHelp')}
      </Confirm>
    </>
  );
}

function EndOthers({ count, onEnded }: { count: number; onEnded: () => void }) {
  const { t } = useTranslation('sessions');
  const [isAsked, asking] = useDisclosure(false);
  const [end, { loading, error, reset }] = useMutation(END_OTHERS);
  const close = () => {
    reset();
    asking.close();
  };
  const submit = async () => {
    const done = await end().catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t('othersEnded') });
    close();
    onEnded();
  };
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={asking.open}>
        {t('endOthers')}
      </Button>
      <Confirm
        opened={isAsked}
        onClose={close}
        title={t('endOthersTitle')}
        confirm={t('endOthers')}
        isDangerous
        isBusy={loading}
        error={error}
        onConfirm={() => void submit()}
      >
        {t('endOthersHelp', { count })}
      </Confirm>
    </Group>
  );
}
