import { useMutation } from '@apollo/client/react';
import { Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../ui/states.tsx';
import { SAVE, type Settings } from './operations.ts';
import { Section } from './section.tsx';

/** Whether super admins need a second factor: in force at once, for the one who turns it on as well. */
export function RequireSecondFactor({ settings: { requireSecondFactor } }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const [save, { loading, error }] = useMutation(SAVE);
  const change = async (isRequired: boolean) => {
    const done = await save({ variables: { input: { requireSecondFactor: isRequired } } }).catch(
      () => undefined,
    );
    if (done?.data) notifications.show({ message: t(isRequired ? 'secondFactor.on' : 'secondFactor.off') });
  };
  return (
    <Section title={t('secondFactor.heading')}>
      <Switch
        label={t('secondFactor.label')}
        description={t('secondFactor.help')}
        checked={requireSecondFactor}
        disabled={loading}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {error && <Failed error={error} />}
    </Section>
  );
}
