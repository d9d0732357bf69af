import { useQuery } from '@apollo/client/react';
import { Box, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { type Line, PROMPT_FOR_LINE, type PromptLogEntry } from './operations.ts';

type Props = {
  callId: string;
  /** The agent's line that is asked about; undefined while none is. */
  line: Line | undefined;
  onClose: () => void;
};

/** What the model was told before it wrote a line, loaded when an admin asks. */
export function PromptLog({ callId, line, onClose }: Props) {
  const { t } = useTranslation('call');
  return (
    <Modal opened={line !== undefined} onClose={onClose} title={t('told.title')} size="xl">
      {line && <PromptForLine key={line.id} callId={callId} line={line} />}
    </Modal>
  );
}

function PromptForLine({ callId, line }: { callId: string; line: Line }) {
  const { t } = useTranslation('call');
  const { data, error, refetch } = useQuery(PROMPT_FOR_LINE, {
    variables: { id: callId, line: line.number },
  });
  const entry = data?.call.prompts[0];
  if (!data)
    return error ? (
      <Failed error={error} retry={() => void refetch().catch(() => undefined)} />
    ) : (
      <PageSkeleton rows={4} />
    );
  return (
    <Stack>
      <Text style={{ overflowWrap: 'anywhere' }}>{t('told.for', { words: line.text })}</Text>
      {entry ? <Instructions entry={entry} /> : <Nothing>{t('told.nothing')}</Nothing>}
    </Stack>
  );
}

function Instructions({ entry }: { entry: PromptLogEntry }) {
  const { t } = useTranslation('call');
  const { dateTime, number } = useFormat();
  const { source, model, at, instructions, callerData, earlier, firstLine, lastLine } = entry;
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{[t(`source.${source}`), model, dateTime(at)].filter(Boolean).join(' · ')}</Text>
        <CopyButton value={instructions} what={t('told.title')} />
      </Group>
      {/* With the keyboard, it is scrolled once it has the focus. */}
      <Box
        mah="50vh"
        p="sm"
        bg="var(--mantine-color-default-hover)"
        style={{ overflowY: 'auto', borderRadius: 'var(--mantine-radius-md)' }}
        tabIndex={0}
        role="region"
        aria-label={t('told.instructions')}
      >
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {instructions}
        </Text>
      </Box>
      {callerData && (
        <Text
          size="sm"
          component="section"
          aria-label={t('told.callerData')}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {callerData}
        </Text>
      )}
      {earlier && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {earlier}
        </Text>
      )}
      <Text size="sm">{t('told.lines', { first: number(firstLine), last: number(lastLine) })}</Text>
    </>
  );
}
