import { Box, Button, Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { RunningTestCall, TestLine } from './use-test-call.ts';
import { useSpeaking } from './use-voice.ts';

type Props = { call: RunningTestCall; agentName: string; language: string };

/** What was said so far; what comes in is announced, and read aloud where the admin asked for that. */
export function TestTranscript({ call, agentName, language }: Props) {
  const { t } = useTranslation('persona');
  const { isPossible, speak, stop } = useSpeaking(language);
  const [isAloud, setAloud] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { dateTime } = useFormat();
  const { lines, isBusy } = call;
  const arrived = useEffectEvent((line: TestLine | undefined) => {
    if (line?.speaker === 'AGENT' && isAloud) speak(line.text);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  });
  useEffect(() => arrived(lines.at(-1)), [lines]);
  return (
    <>
      {isPossible && (
        <Switch
          label={t('test.aloud')}
          checked={isAloud}
          onChange={({ currentTarget: { checked } }) => {
            setAloud(checked);
            if (!checked) stop();
          }}
        />
      )}
      <Box
        ref={box}
        mah={420}
        style={{ overflowY: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={t('test.transcript')}
      >
        <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-live="polite">
          {lines.map((line, index) => (
            <Said key={`${index}:${line.speaker}`} line={line} agentName={agentName} language={language} />
          ))}
        </Stack>
      </Box>
      {call.played && call.played.isOpen !== null && (
        <Text size="sm">
          {t(call.played.isOpen ? 'test.playsOpen' : 'test.playsClosed', {
            time: dateTime(call.played.playedAt),
          })}
        </Text>
      )}
      <Text size="sm" c="dimmed" role="status">
        {isBusy && t('test.writing')}
        {call.isOver && t('test.ended')}
        {!isBusy && !call.isOver && call.hasDraftChanged && t('test.changed')}
      </Text>
    </>
  );
}

function Said({ line, agentName, language }: { line: TestLine; agentName: string; language: string }) {
  const { t } = useTranslation('persona');
  const { number } = useFormat();
  const [isPromptShown, prompt] = useDisclosure(false);
  const { speaker, text, reply } = line;
  const isAgent = speaker === 'AGENT';
  return (
    <Box
      component="li"
      maw="88%"
      px="sm"
      py={6}
      bg={isAgent ? 'var(--mantine-color-default-hover)' : 'var(--mantine-primary-color-light)'}
      style={{ alignSelf: isAgent ? 'flex-start' : 'flex-end', borderRadius: 'var(--mantine-radius-md)' }}
    >
      <Text size="xs" fw={600}>
        {isAgent ? agentName : t('test.caller')}
      </Text>
      <Text lang={isAgent ? language : undefined} style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      {reply && (
        <Group gap="xs">
          <Text size="xs" c="dimmed">
            {t(`test.${reply.source}`)} · {t('test.milliseconds', { ms: number(reply.milliseconds) })}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={prompt.open}>
            {t('test.told')}
          </Button>
          <Modal opened={isPromptShown} onClose={prompt.close} title={t('test.told')} size="lg">
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {reply.instructions}
            </Text>
          </Modal>
        </Group>
      )}
    </Box>
  );
}
