import { useTranslation } from 'react-i18next';
import { PasswordForm } from './change-password.tsx';
import { InPlaceOfConsole } from './in-place-of-console.tsx';

type Props = { email: string; onChanged: () => Promise<void>; onSignOut: () => Promise<void> };

/** In place of the console, for a user whose password an admin made: the server waits for another. */
export function OwnPassword({ onChanged, ...who }: Props) {
  const { t } = useTranslation('signIn');
  return (
    <InPlaceOfConsole title={t('own.title')} why={t('change.must')} width={400} {...who}>
      <PasswordForm onChanged={onChanged} />
    </InPlaceOfConsole>
  );
}
