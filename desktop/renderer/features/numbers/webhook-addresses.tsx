import { Anchor, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NumbersOfTenantQuery } from '../../graphql/generated/graphql.ts';
import { CopyButton } from '../../ui/copy-button.tsx';

type Urls = NumbersOfTenantQuery['tenant']['webhookUrls'];

const KINDS = ['answer', 'input', 'hangup'] as const;

/** The addresses to type into the Vobiz portal: the same for all numbers of a tenant. */
export function WebhookAddresses({ urls }: { urls: Urls }) {
  const { t } = useTranslation('numbers');
  return (
    <Stack component="section" gap="sm" aria-labelledby="webhook-addresses">
      <Title order={2} id="webhook-addresses">
        {t('webhooks.heading')}
      </Title>
      <Text size="sm">
        {t('webhooks.lead')}{' '}
        <Anchor component={Link} to="/setup" inherit underline="always">
          {t('webhooks.guide')}
        </Anchor>
      </Text>
      <Paper withBorder p="md">
        <Stack component="dl" gap="md" m={0}>
          {KINDS.map((kind) => (
            <div key={kind}>
              <Text component="dt" size="sm" fw={500}>
                {t(`webhooks.${kind}`)}
              </Text>
              <Group component="dd" gap={4} m={0} wrap="nowrap">
                <Code style={{ overflowWrap: 'anywhere' }}>{urls[kind]}</Code>
                <CopyButton value={urls[kind]} what={t(`webhooks.${kind}`)} />
              </Group>
            </div>
          ))}
        </Stack>
      </Paper>
    </Stack>
  );
}
