import { useMutation } from '@apollo/client/react';
import { Switch, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { failureOf } from '../../graphql/errors.ts';
import { type Automation, UPDATE } from './operations.ts';

/** Takes effect at once. */
export function EnabledSwitch({ automation: { id, name, enabled } }: { automation: Automation }) {
  const { t } = useTranslation(['automations', 'common']);
  const { user } = useSession();
  const [update, { loading }] = useMutation(UPDATE);
  const toggle = async (wanted: boolean) => {
    try {
      await update({ variables: { id, input: { enabled: wanted } } });
      notifications.show({ message: t(wanted ? 'switchedOn' : 'switchedOff', { name }) });
    } catch (error) {
      notifications.show({ color: 'red', message: failureOf(error).message ?? t('common:state.offline') });
    }
  };
  return (
    <Switch
      label={
        <>
          {t(enabled ? 'on' : 'off')} <VisuallyHidden>{name}</VisuallyHidden>
        </>
      }
      checked={enabled}
      disabled={loading || user.role === 'TENANT_STAFF'}
      onChange={(event) => void toggle(event.currentTarget.checked)}
      style={{ flexShrink: 0 }}
    />
  );
}
