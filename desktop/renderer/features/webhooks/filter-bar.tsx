import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useTenants } from '../../app/tenant.tsx';
import { type Wanted, WEBHOOK_NAMES } from './filters.ts';

type Props = { wanted: Wanted; onWant: (wanted: Wanted) => void };

const TYPING_MS = 250;

/** What the list is narrowed to; it stands in the address, so that it can be kept and sent. */
export function FilterBar({ wanted, onWant }: Props) {
  const { t } = useTranslation('webhooks');
  /** An empty value takes the wish back. */
  const set = (key: 'tenant' | 'webhook' | 'from' | 'to') => (event: { currentTarget: { value: string } }) =>
    onWant({ ...wanted, [key]: event.currentTarget.value });
  const { trouble, ...others } = wanted;
  return (
    <Group component="search" aria-label={t('filters')} gap="sm" align="flex-end">
      <Businesses wanted={wanted} onChange={set('tenant')} />
      <NativeSelect
        label={t('webhook')}
        value={wanted.webhook ?? ''}
        onChange={set('webhook')}
        data={[{ value: '', label: t('any') }, ...WEBHOOK_NAMES]}
      />
      <CallId wanted={wanted} onWant={onWant} />
      <TextInput type="date" label={t('from')} value={wanted.from ?? ''} onChange={set('from')} />
      <TextInput type="date" label={t('to')} value={wanted.to ?? ''} onChange={set('to')} />
      <Checkbox
        label={t('troubleOnly')}
        checked={trouble === true}
        onChange={({ currentTarget: { checked } }) => onWant(checked ? { ...others, trouble: true } : others)}
        mb={8}
      />
      {Object.keys(wanted).length > 0 && (
        <Button variant="subtle" onClick={() => onWant({})}>
          {t('clear')}
        </Button>
      )}
    </Group>
  );
}

/** Only super admins have more than one. */
function Businesses({
  wanted,
  onChange,
}: {
  wanted: Wanted;
  onChange: (event: { currentTarget: { value: string } }) => void;
}) {
  const { t } = useTranslation('webhooks');
  const { user } = useSession();
  const { tenants } = useTenants();
  if (user.role !== 'SUPER_ADMIN') return null;
  const choices = tenants.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <NativeSelect
      label={t('tenant')}
      value={wanted.tenant ?? ''}
      onChange={onChange}
      data={[{ value: '', label: t('everybody') }, ...choices]}
    />
  );
}

function CallId({ wanted, onWant }: Props) {
  const { t } = useTranslation('webhooks');
  const { call = '' } = wanted;
  const [typed, setTyped] = useState(call);
  // Going back changes the address; what is typed here follows.
  useEffect(() => setTyped((now) => (now.trim() === call ? now : call)), [call]);
  const find = useDebouncedCallback((id: string) => onWant({ ...wanted, call: id.trim() }), TYPING_MS);
  return (
    <TextInput
      label={t('callId')}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        find(value);
      }}
    />
  );
}
