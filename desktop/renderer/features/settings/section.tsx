import { Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A part of the settings, under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" gap="sm" aria-labelledby={id} align="stretch">
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}
