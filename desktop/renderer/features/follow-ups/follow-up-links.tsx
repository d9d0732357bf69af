import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { phoneText, useFormat } from '../../ui/format.ts';
import type { FollowUp } from './operations.ts';

/** To the call that it comes from, and to whom it is about. */
export function FollowUpLinks({ followUp: { call, customer } }: { followUp: FollowUp }) {
  const { t } = useTranslation('followUps');
  const { dateTime } = useFormat();
  return (
    <>
      {customer && (
        <Anchor component={Link} to={`/customers/${customer.id}`} size="sm" underline="always">
          {t('customer', { name: customer.name || phoneText(customer.phone) })}
        </Anchor>
      )}
      {call && (
        <Anchor component={Link} to={`/calls/${call.id}`} size="sm" underline="always">
          {t('call', { time: dateTime(call.startedAt) })}
        </Anchor>
      )}
    </>
  );
}
