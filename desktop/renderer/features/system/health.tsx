import { Badge, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SystemStatusQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';

const LOOKS = {
  PASS: { icon: IconCircleCheck, color: 'teal' },
  WARN: { icon: IconAlertTriangle, color: 'yellow' },
  FAIL: { icon: IconCircleX, color: 'red' },
} as const;

type Props = Pick<SystemStatusQuery['systemStatus'], 'health' | 'droppedWebhooks'>;

/** How each part is, in a sign and a word; the colour only repeats them. */
export function Health({ health, droppedWebhooks }: Props) {
  const { t } = useTranslation('system');
  const { number } = useFormat();
  return (
    <section aria-labelledby="health">
      <Title order={2} id="health" mb="sm">
        {t('healthTitle')}
      </Title>
      <SimpleGrid
        cols={{ base: 1, xs: 2, md: 3 }}
        component="ul"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
        aria-labelledby="health"
      >
        {health.map(({ part, status }) => {
          const { icon: Icon, color } = LOOKS[status];
          return (
            <Paper component="li" key={part} withBorder p="sm">
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text fw={500}>{t(`health.${part}`)}</Text>
                <Badge
                  variant="default"
                  tt="none"
                  style={{ flexShrink: 0 }}
                  leftSection={<Icon size={14} color={`var(--mantine-color-${color}-6)`} aria-hidden />}
                >
                  {t(`healthStatus.${status}`)}
                </Badge>
              </Group>
              {status !== 'PASS' && (
                <Text size="sm">{t(`trouble.${part}`, { dropped: number(droppedWebhooks) })}</Text>
              )}
            </Paper>
          );
        })}
      </SimpleGrid>
    </section>
  );
}
