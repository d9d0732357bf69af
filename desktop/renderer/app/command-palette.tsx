import { Combobox, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Destination } from './navigation.ts';
import { useTenants } from './tenant.tsx';

type Props = { opened: boolean; onClose: () => void; destinations: readonly Destination[] };
type Command = { key: string; label: string; run: () => void };

/** Everything that can be reached, by typing: Ctrl K, or ⌘ K. */
export function CommandPalette({ opened, onClose, destinations }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('palette.title')} yOffset="15vh">
      <Palette onClose={onClose} destinations={destinations} />
    </Modal>
  );
}

function Palette({ onClose, destinations }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tenants, tenant, choose } = useTenants();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ opened: true });
  const commands: Command[] = [
    ...destinations.map(({ path, label }) => ({
      key: path,
      label: t(`nav.${label}`),
      run: () => void navigate(path),
    })),
    ...tenants
      .filter(({ id }) => id !== tenant?.id)
      .map(({ id, name }) => ({ key: id, label: `${t('header.tenant')}: ${name}`, run: () => choose(id) })),
  ];
  const found = commands
    .filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()))
    .slice(0, 12);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(key) => {
        onClose();
        found.find((command) => command.key === key)?.run();
      }}
    >
      <Combobox.EventsTarget>
        <TextInput
          aria-label={t('palette.title')}
          placeholder={t('palette.placeholder')}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options mt="sm" aria-label={t('palette.title')}>
        {found.map(({ key, label }) => (
          <Combobox.Option key={key} value={key}>
            {label}
          </Combobox.Option>
        ))}
        {found.length === 0 && <Combobox.Empty>{t('palette.nothing')}</Combobox.Empty>}
      </Combobox.Options>
      <Text size="xs" c="dimmed" mt="sm">
        {t('palette.hint')}
      </Text>
    </Combobox>
  );
}
