import { Button, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { phoneText } from '../../ui/format.ts';
import { isSameNumber } from './typed-number.ts';

type Props = {
  e164: string;
  submit: string;
  loading: boolean;
  onConfirm: () => void;
  children: ReactNode;
};

/** What can't be undone is done once the number was typed. */
export function TypedConfirmation({ e164, submit, loading, onConfirm, children }: Props) {
  const { t } = useTranslation('numbers');
  const [typed, setTyped] = useState('');
  const isTyped = isSameNumber(typed, e164);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped) onConfirm();
      }}
    >
      <Stack>
        {children}
        <TextInput
          label={t('confirm.label')}
          description={t('confirm.hint', { number: phoneText(e164) })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          type="tel"
          data-autofocus
        />
        <Button type="submit" color="red" loading={loading} disabled={!isTyped}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
