import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { OpenDoor } from '../door/door.tsx';
import { CheckStatus } from './check-status.tsx';
import { topicOf, troubleOf } from './check-topic.ts';
import type { SetupCheck } from './operations.ts';

type Props = {
  check: SetupCheck;
  tenant: { id: string; slug: string; webhookUrls: { answer: string; hangup: string } };
  /** The user chose a symptom, and this check explains it. */
  isExplaining: boolean;
};

/** Mended with addresses that are typed into the portal, and a click. */
const NEEDS_ADDRESSES: ReadonlySet<string> = new Set(['WEBHOOK_ACCESS_OPEN', 'WEBHOOK_KEY_MISSING']);

export function CheckRow({ check, tenant, isExplaining }: Props) {
  const { t } = useTranslation('setup');
  const row = useRef<HTMLLIElement>(null);
  const topic = topicOf(check.code);
  const { user } = useSession();
  const { cause, fix } = useWords(check, tenant);
  useEffect(() => {
    if (isExplaining) row.current?.focus();
  }, [isExplaining]);
  return (
    <Paper
      component="li"
      withBorder
      p="sm"
      ref={row}
      tabIndex={-1}
      {...(isExplaining && { style: { outline: '2px solid var(--mantine-primary-color-filled)' } })}
    >
      <Stack gap={6}>
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Title order={3} fz="sm">
            {topic ? t(`check.${topic}`) : check.title}
          </Title>
          <CheckStatus status={check.status} />
        </Group>
        <Text size="sm">{cause}</Text>
        {fix && (
          <Text size="sm">
            <b>{t('doctor.fix')}</b> {fix}
          </Text>
        )}
        {NEEDS_ADDRESSES.has(check.code) && user.role !== 'TENANT_STAFF' && <OpenDoor tenantId={tenant.id} />}
        {cause !== check.detail && (
          <details>
            <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
              {t('doctor.exactly')}
            </Text>
            <Text size="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
              {check.detail}
            </Text>
          </details>
        )}
      </Stack>
    </Paper>
  );
}

/** In the console's language as far as it knows the code; else as the server tells it. */
function useWords({ code, status, detail, fix }: SetupCheck, { slug, webhookUrls }: Props['tenant']) {
  const { t } = useTranslation('setup');
  const topic = topicOf(code);
  if (status === 'PASS') return { cause: topic ? t(`fine.${topic}`) : detail, fix };
  const trouble = troubleOf(code, status);
  if (!trouble) return { cause: detail, fix };
  const named = {
    slug,
    publicUrl: new URL(webhookUrls.answer).origin,
    answerUrl: webhookUrls.answer,
    hangupUrl: webhookUrls.hangup,
  };
  return { cause: t(`trouble.${trouble}.cause`, named), fix: t(`trouble.${trouble}.fix`, named) };
}
