import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { useFormat } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { Addresses } from './addresses.tsx';
import { CHANGE_ACCESS, DOOR, ROTATE_KEY, type TenantDoor } from './operations.ts';

/** Where Vobiz sends a business's calls, and whether anybody else could. For admins: staff may not know the key. */
export function Door({ tenantId }: { tenantId: string }) {
  const { t } = useTranslation('door');
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="door-title">
      <Stack gap="sm">
        <Title order={2} id="door-title">
          {t('title')}
        </Title>
        <Text size="sm">{t('help')}</Text>
        <OpenDoor tenantId={tenantId} />
      </Stack>
    </Paper>
  );
}

/** The same without its frame, for the doctor. */
export function OpenDoor({ tenantId }: { tenantId: string }) {
  const { data, error, refetch } = useQuery(DOOR, {
    variables: { id: tenantId },
    fetchPolicy: 'cache-and-network',
  });
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Skeleton height={160} />;
  return data.tenant.webhookAccess === 'KEYED' ? (
    <Keyed door={data.tenant} id={tenantId} />
  ) : (
    <Open door={data.tenant} id={tenantId} />
  );
}

type Props = { door: TenantDoor; id: string };

function Open({ door, id }: Props) {
  const { t } = useTranslation('door');
  return (
    <Stack gap="sm">
      <Text fw={500}>{t('open.state')}</Text>
      <Addresses urls={door.webhookUrls} />
      {door.keyedWebhookUrls && (
        <>
          <Text fw={500}>{t('open.better')}</Text>
          <Text size="sm">{t('open.first')}</Text>
          <Addresses urls={door.keyedWebhookUrls} />
          <Text size="sm">{t('open.afterwards')}</Text>
          <Group>
            <ChangeAccess door={door} id={id} to="KEYED" />
          </Group>
        </>
      )}
    </Stack>
  );
}

function Keyed({ door, id }: Props) {
  const { t } = useTranslation('door');
  const { dateTime } = useFormat();
  const until = door.previousWebhookKeyUntil;
  return (
    <Stack gap="sm">
      <Text fw={500}>{t('keyed.state')}</Text>
      <Addresses urls={door.webhookUrls} />
      {until && <Text size="sm">{t('keyed.previous', { until: dateTime(until) })}</Text>}
      <Group>
        <RotateKey door={door} id={id} />
        <ChangeAccess door={door} id={id} to="OPEN" />
      </Group>
    </Stack>
  );
}

function ChangeAccess({ door: { name }, id, to }: Props & { to: 'OPEN' | 'KEYED' }) {
  const { t } = useTranslation('door');
  const [isAsking, asking] = useDisclosure(false);
  const [change, { loading, error, reset }] = useMutation(CHANGE_ACCESS, {
    refetchQueries: ['SetupOfTenant'],
  });
  const close = () => {
    reset();
    asking.close();
  };
  const submit = async () => {
    const done = await change({ variables: { id, access: to } }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t(`to.${to}.done`, { name }) });
    close();
  };
  return (
    <>
      <Button {...(to === 'OPEN' && { variant: 'default' })} onClick={asking.open}>
        {t(`to.${to}.button`)}
      </Button>
      <Confirm
        opened={isAsking}
        onClose={close}
        title={t(`to.${to}.question`)}
        confirm={t(`to.${to}.confirm`)}
        isDangerous={to === 'OPEN'}
        isBusy={loading}
        error={error}
        onConfirm={() => void submit()}
      >
        {t(`to.${to}.warning`)}
      </Confirm>
    </>
  );
}

function RotateKey({ door: { name }, id }: Props) {
  const { t } = useTranslation('door');
  const [isAsking, asking] = useDisclosure(false);
  const [rotate, { loading, error, reset }] = useMutation(ROTATE_KEY);
  const close = () => {
    reset();
    asking.close();
  };
  const submit = async () => {
    const done = await rotate({ variables: { id } }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t('rotate.done', { name }) });
    close();
  };
  return (
    <>
      <Button variant="default" onClick={asking.open}>
        {t('rotate.button')}
      </Button>
      <Confirm
        opened={isAsking}
        onClose={close}
        title={t('rotate.question')}
        confirm={t('rotate.confirm')}
        isDangerous
        isBusy={loading}
        error={error}
        onConfirm={() => void submit()}
      >
        {t('rotate.warning')}
      </Confirm>
    </>
  );
}
