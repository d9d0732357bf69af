import { Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SystemStatusQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { SignBadge, STANDING_SIGNS } from '../../ui/sign-badge.tsx';

type Props = Pick<SystemStatusQuery['systemStatus'], 'health' | 'droppedWebhooks'>;

/** How each part is. */
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
        {health.map(({ part, status }) => (
          <Paper component="li" key={part} withBorder p="sm">
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text fw={500}>{t(`health.${part}`)}</Text>
              <SignBadge sign={STANDING_SIGNS[status]}>{t(`healthStatus.${status}`)}</SignBadge>
            </Group>
            {status !== 'PASS' && (
              <Text size="sm">{t(`trouble.${part}`, { dropped: number(droppedWebhooks) })}</Text>
            )}
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  );
}
