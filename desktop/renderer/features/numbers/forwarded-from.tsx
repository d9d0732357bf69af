import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The number that a business kept, and forwards to the one here. */
export function ForwardedFrom(props: TextInputProps) {
  const { t } = useTranslation('numbers');
  return (
    <TextInput
      label={t('forwarded.label')}
      description={t('forwarded.hint')}
      type="tel"
      autoComplete="off"
      {...props}
    />
  );
}
