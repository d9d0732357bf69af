import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Confirm } from '../../ui/confirm.tsx';
import { AUTOMATIONS, type Automation, DELETE } from './operations.ts';

export function DeleteAutomation({ automation: { id, name } }: { automation: Automation }) {
  const { t } = useTranslation('automations');
  const navigate = useNavigate();
  const [isAsking, asking] = useDisclosure(false);
  const [remove, { loading, error }] = useMutation(DELETE, { refetchQueries: [AUTOMATIONS] });
  const submit = async () => {
    try {
      await remove({ variables: { id } });
      notifications.show({ message: t('delete.done', { name }) });
      await navigate('/automations');
    } catch {
      // Shown in the question.
    }
  };
  return (
    <>
      <Button variant="default" onClick={asking.open}>
        {t('delete.open')}
      </Button>
      <Confirm
        opened={isAsking}
        onClose={asking.close}
        title={t('delete.title', { name })}
        confirm={t('delete.confirm')}
        isDangerous
        isBusy={loading}
        error={error}
        onConfirm={() => void submit()}
      >
        {t('delete.lead')}
      </Confirm>
    </>
  );
}
