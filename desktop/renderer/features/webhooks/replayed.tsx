import { Alert, Code, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowsDiff, IconEqual, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { Document } from './document.tsx';
import type { Exchange, Replay } from './operations.ts';

type Props = { exchange: Exchange; replay: Replay };

/** What a webhook is answered today beside what it was answered then; one below the other where it is narrow. */
export function Replayed({ exchange, replay }: Props) {
  const { t } = useTranslation('webhooks');
  const { number } = useFormat();
  const took = (ms: number) => t('milliseconds', { amount: number(ms) });
  const { cannot, event, status, xml, later } = replay;
  if (cannot !== null || event === null || status === null || xml === null) {
    return (
      <Alert icon={<IconInfoCircle aria-hidden />} title={t('replay.cannot')}>
        {cannot && t(`reason.${cannot}`)}
      </Alert>
    );
  }
  return (
    <Stack>
      <Text>
        {t('replay.means', {
          event: t(`event.${event.kind}`, {
            words: event.words ?? '',
            digits: event.digits ?? '',
            part: (event.part ?? 0) + 1,
          }),
        })}
      </Text>
      <Differences differences={replay.differences} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Document
          title={t('replay.before')}
          status={exchange.webhook.status}
          xml={exchange.xml}
          spoken={exchange.spoken}
          took={took(exchange.webhook.milliseconds)}
        />
        <Document
          title={t('replay.now')}
          {...{ status, xml, spoken: replay.spoken, took: took(replay.milliseconds) }}
        />
      </SimpleGrid>
      {later.length > 0 && (
        <div>
          <Text size="sm" fw={500}>
            {t('replay.later')}
          </Text>
          <Text size="sm">{later.join(' ')}</Text>
        </div>
      )}
    </Stack>
  );
}

function Differences({ differences }: { differences: Replay['differences'] }) {
  const { t } = useTranslation('webhooks');
  if (differences.length === 0) {
    return (
      <Group gap="xs" role="status">
        <IconEqual size={18} aria-hidden />
        <Text fw={500}>{t('replay.same')}</Text>
      </Group>
    );
  }
  return (
    <section aria-labelledby="differences">
      <Group gap="xs" mb="xs">
        <IconArrowsDiff size={18} aria-hidden />
        <Title order={3} fz="md" id="differences">
          {t('replay.differs')}
        </Title>
      </Group>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {differences.map(({ what, before, now }) => (
          <li key={what}>
            <Text size="sm" fw={500}>
              {t(`replay.what.${what}`)}
            </Text>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xs">
              <Side label={t('replay.before')} text={before} />
              <Side label={t('replay.now')} text={now} />
            </SimpleGrid>
          </li>
        ))}
      </Stack>
    </section>
  );
}

function Side({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('webhooks');
  return (
    <div>
      <Text size="sm">{label}</Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text === '' ? t('replay.nothing') : text}
      </Code>
    </div>
  );
}
