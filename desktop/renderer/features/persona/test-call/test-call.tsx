import { Button, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../graphql/errors.ts';
import { Failed } from '../../../ui/states.tsx';
import type { PersonaText } from '../persona-text.ts';
import { CallerInput } from './caller-input.tsx';
import { TestTranscript } from './test-transcript.tsx';
import { MOMENTS, useTestCall } from './use-test-call.ts';

type Props = {
  tenantId: string;
  draft: PersonaText;
  /** Shows what the server says about the draft at its fields. */
  onRefused: (error: unknown) => Failure;
};

/** A call with the persona as it stands in the form. */
export function TestCall({ tenantId, draft, onRefused }: Props) {
  const { t } = useTranslation('persona');
  const call = useTestCall(tenantId, draft, onRefused);
  const isBegun = call.lines.length > 0;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="test-call-title">
      <Stack gap="sm">
        <div>
          <Title order={2} id="test-call-title">
            {t('test.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('test.lead')}
          </Text>
        </div>
        {draft.hours && (
          <NativeSelect
            label={t('test.moment')}
            description={t('test.momentHelp')}
            value={call.moment}
            data={MOMENTS.map((value) => ({ value, label: t(`test.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              call.playAt(MOMENTS.find((one) => one === value) ?? 'NOW')
            }
          />
        )}
        {isBegun && <TestTranscript call={call} agentName={draft.agentName} language={draft.language} />}
        {call.error !== undefined && <Failed error={call.error} />}
        {isBegun && !call.isOver && (
          <CallerInput language={draft.language} isBusy={call.isBusy} onSay={call.say} />
        )}
        <Button
          variant={isBegun ? 'default' : 'filled'}
          onClick={() => void call.start()}
          loading={call.isStarting}
          disabled={draft.greeting.trim() === ''}
          style={{ alignSelf: 'flex-start' }}
        >
          {t(isBegun ? 'test.again' : 'test.start')}
        </Button>
      </Stack>
    </Paper>
  );
}
