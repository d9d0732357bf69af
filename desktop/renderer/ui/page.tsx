import { Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page: its heading names it, in the window's title as well. */
export function Page({ title, lead, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} – KaiVox`;
  }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1}>{title}</Title>
          {lead && (
            <Text c="dimmed" size="sm">
              {lead}
            </Text>
          )}
        </div>
        {actions && (
          <Group gap="xs" data-no-print>
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}

/** While a page is on its way. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack role="status" aria-label={t('state.loading')}>
      <Skeleton height={28} width={220} />
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={36} />
      ))}
    </Stack>
  );
}
