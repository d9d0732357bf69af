import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../graphql/generated/graphql.ts';

type Props = {
  roles: readonly Role[];
  value: Role;
  onChange: (role: Role) => void;
  error?: string | undefined;
};

/** A role, with what it means. */
export function RoleChoice({ roles, value, onChange, error }: Props) {
  const { t } = useTranslation('users');
  return (
    <Radio.Group label={t('role')} value={value} onChange={(role) => onChange(role as Role)} error={error}>
      <Stack gap="sm" mt="xs">
        {roles.map((role) => (
          <Radio key={role} value={role} label={t(`roles.${role}`)} description={t(`roleHelp.${role}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
