import { useMutation } from '@apollo/client/react';
import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { ChangeRole } from './change-role.tsx';
import { DisableUser } from './disable-user.tsx';
import { EndSessions } from './end-sessions.tsx';
import { ENABLE, type ListedUser } from './operations.ts';
import { ResetPassword } from './reset-password.tsx';
import { ResetSecondFactor } from './reset-second-factor.tsx';

type Asked = 'role' | 'reset' | 'disable' | 'endSessions' | 'resetFactor';

/** What can be done with another user's account. */
export function UserActions({ user }: { user: ListedUser }) {
  const { t } = useTranslation(['users', 'common']);
  const [asked, setAsked] = useState<Asked>();
  const [enable] = useMutation(ENABLE);
  const close = () => setAsked(undefined);
  const { id, name } = user;
  const enableNow = async () => {
    try {
      await enable({ variables: { id } });
      notifications.show({ message: t('enableDone', { name }) });
    } catch (error) {
      notifications.show({ color: 'red', message: failureOf(error).message ?? t('common:state.failed') });
    }
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('actionsFor', { name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('role')}>{t('changeRole')}</Menu.Item>
          <Menu.Item onClick={() => setAsked('reset')}>{t('reset')}</Menu.Item>
          <Menu.Item onClick={() => setAsked('endSessions')}>{t('endSessions')}</Menu.Item>
          {user.hasSecondFactor && (
            <Menu.Item onClick={() => setAsked('resetFactor')}>{t('resetFactor')}</Menu.Item>
          )}
          {user.disabledAt ? (
            <Menu.Item onClick={() => void enableNow()}>{t('enable')}</Menu.Item>
          ) : (
            <Menu.Item onClick={() => setAsked('disable')}>{t('disable')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ChangeRole user={user} opened={asked === 'role'} onClose={close} />
      <ResetPassword user={user} opened={asked === 'reset'} onClose={close} />
      <EndSessions user={user} opened={asked === 'endSessions'} onClose={close} />
      <ResetSecondFactor user={user} opened={asked === 'resetFactor'} onClose={close} />
      <DisableUser user={user} opened={asked === 'disable'} onClose={close} />
    </>
  );
}
