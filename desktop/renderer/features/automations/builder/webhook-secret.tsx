import { Checkbox, PasswordInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ActionDraft, Draft } from './draft.ts';

type Props = { form: UseFormReturnType<Draft>; at: `actions.${number}`; action: ActionDraft };

/** It is written, and never shown again. */
export function WebhookSecret({ form, at, action: { hasSecret, dropsSecret } }: Props) {
  const { t } = useTranslation('automations');
  return (
    <>
      <PasswordInput
        label={t('secret')}
        description={t(hasSecret ? 'secretKeep' : 'secretHelp')}
        autoComplete="new-password"
        disabled={dropsSecret}
        {...form.getInputProps(`${at}.secret`)}
      />
      {hasSecret && (
        <Checkbox
          label={t('secretDrop')}
          description={t('secretDropHelp')}
          {...form.getInputProps(`${at}.dropsSecret`, { type: 'checkbox' })}
        />
      )}
    </>
  );
}
