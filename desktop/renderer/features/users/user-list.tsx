import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { InviteUser } from './invite-user.tsx';
import { type ListedUser, USERS } from './operations.ts';
import { UserActions } from './user-actions.tsx';

/** @param tenantId null: the super admins */
export function UserList({ tenantId }: { tenantId: string | null }) {
  const { t } = useTranslation('users');
  const { date } = useFormat();
  const { user: me } = useSession();
  const { data, error, refetch } = useQuery(USERS, { variables: { tenantId } });
  const [isInviting, inviting] = useDisclosure(false);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={3} />;
  const invite = (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={inviting.open}>
      {t(tenantId === null ? 'inviteSuper' : 'invite')}
    </Button>
  );
  return (
    <Stack>
      {data.users.length === 0 ? (
        <Nothing action={invite}>{t('none')}</Nothing>
      ) : (
        <>
          <Group justify="flex-end">{invite}</Group>
          <ResponsiveTable
            label={t(tenantId === null ? 'listPlatform' : 'list')}
            rows={data.users}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                header: t('name'),
                cell: (user) => <Name user={user} isMe={user.id === me.id} />,
              },
              { key: 'email', header: t('email'), cell: ({ email }) => email },
              { key: 'role', header: t('role'), cell: ({ role }) => t(`roles.${role}`) },
              { key: 'state', header: t('state'), cell: (user) => <State user={user} /> },
              { key: 'since', header: t('since'), cell: ({ createdAt }) => date(createdAt) },
            ]}
            actions={{
              header: t('actions'),
              of: (user) => (user.id === me.id ? null : <UserActions user={user} />),
            }}
          />
        </>
      )}
      <InviteUser tenantId={tenantId} opened={isInviting} onClose={inviting.close} />
    </Stack>
  );
}

function Name({ user, isMe }: { user: ListedUser; isMe: boolean }) {
  const { t } = useTranslation('users');
  return (
    <>
      {user.name}
      {isMe && ` (${t('you')})`}
    </>
  );
}

function State({ user }: { user: ListedUser }) {
  const { t } = useTranslation('users');
  const { date } = useFormat();
  return (
    <>
      {user.disabledAt ? (
        <Badge color="gray" variant="dot" tt="none">
          {t('status.disabled', { date: date(user.disabledAt) })}
        </Badge>
      ) : (
        t('status.active')
      )}
      {user.hasSecondFactor && <Text size="xs">{t('status.secondFactor')}</Text>}
      {user.mustChangePassword && <Text size="xs">{t('status.mustChange')}</Text>}
    </>
  );
}
