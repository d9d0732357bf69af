import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { phoneText, useFormat } from '../../ui/format.ts';
import { HeardName } from '../customers/heard-name.tsx';
import { Tags } from '../customers/tags.tsx';
import type { Call } from './operations.ts';

/** The customer who called, as far as they are known. */
export function CustomerCard({ customer }: { customer: NonNullable<Call['customer']> }) {
  const { t } = useTranslation('call');
  const { number } = useFormat();
  const { id, name, phone, notes, tags, callCount } = customer;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="customer-heading">
      <Stack gap="xs">
        <Title order={2} id="customer-heading">
          {t('customer.title')}
        </Title>
        <div>
          <Anchor component={Link} to={`/customers/${id}`} fw={600}>
            {name || phoneText(phone)}
          </Anchor>
          {name && <Text size="sm">{phoneText(phone)}</Text>}
        </div>
        <HeardName customer={customer} />
        <Text size="sm">{t('customer.calls', { count: callCount, amount: number(callCount) })}</Text>
        {tags.length > 0 && <Tags tags={tags} />}
        {notes && (
          <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }} lineClamp={8}>
            {notes}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
