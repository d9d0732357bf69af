import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../../app/tenant.tsx';
import { ASSIGNEES } from './operations.ts';

type Props = {
  /** Empty: not assigned. */
  userId: string;
  /** The assignee so far, who may be a user that can't be asked any more. */
  before?: { id: string; name: string } | null;
  onChange: (userId: string | null) => void;
  disabled?: boolean;
  error?: React.ReactNode;
};

/** Who is asked to follow up. A user who can't be asked any more is still shown where they have it. */
export function AssigneeSelect({ userId, before, onChange, disabled = false, error }: Props) {
  const { t } = useTranslation('followUps');
  const { id: tenantId } = useTenant();
  const { data } = useQuery(ASSIGNEES, { variables: { tenantId } });
  const people = data?.followUpAssignees ?? [];
  const missing = before && !people.some(({ id }) => id === before.id) ? [before] : [];
  return (
    <NativeSelect
      label={t('assignee')}
      description={t('assigneeHelp')}
      value={userId}
      disabled={disabled}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('nobody') },
        ...[...people, ...missing].map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
