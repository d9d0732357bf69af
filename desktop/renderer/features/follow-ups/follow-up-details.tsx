import { useMutation } from '@apollo/client/react';
import { Blockquote, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { AssigneeSelect } from './assignee-select.tsx';
import { instantOf, wallTime } from './due-time.ts';
import { ASSIGN, type FollowUp, NOTE, SET_DUE } from './operations.ts';

/** What the caller said, and what people write, who has it and by when. */
export function FollowUpDetails({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation('followUps');
  return (
    <Stack gap="sm" pt="xs">
      {followUp.said !== '' && (
        <div>
          <Text size="sm" fw={500}>
            {t('said')}
          </Text>
          <Blockquote p="xs" m={0} mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {followUp.said}
          </Blockquote>
        </div>
      )}
      <Group align="flex-end" gap="sm">
        <Assignee followUp={followUp} />
        <Due followUp={followUp} />
      </Group>
      <Notes followUp={followUp} />
    </Stack>
  );
}

function Assignee({ followUp: { id, assignee } }: { followUp: FollowUp }) {
  const [assign, { loading, error }] = useMutation(ASSIGN);
  return (
    <div>
      <AssigneeSelect
        userId={assignee?.id ?? ''}
        before={assignee}
        disabled={loading}
        onChange={(userId) => void assign({ variables: { id, userId } }).catch(() => undefined)}
      />
      {error && <Failed error={error} />}
    </div>
  );
}

function Due({ followUp: { id, dueAt } }: { followUp: FollowUp }) {
  const { t } = useTranslation(['followUps', 'common']);
  const { timeZone } = useFormat();
  const stored = dueAt ? wallTime(dueAt, timeZone) : '';
  const [typed, setTyped] = useState(stored);
  const [setDue, { loading, error }] = useMutation(SET_DUE);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const variables = { id, dueAt: instantOf(typed, timeZone) ?? null };
    await setDue({ variables }).then(
      () => notifications.show({ message: t('common:state.saved') }),
      // Shown below.
      () => undefined,
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Group gap="xs" align="flex-end">
        <TextInput
          type="datetime-local"
          label={t('dueLabel')}
          description={t('dueHelp')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {typed !== stored && (
          <Button type="submit" variant="default" loading={loading}>
            {t('saveDue')}
          </Button>
        )}
      </Group>
      {error && <Failed error={error} />}
    </form>
  );
}

function Notes({ followUp: { id, notes } }: { followUp: FollowUp }) {
  const { t } = useTranslation(['followUps', 'common']);
  const [typed, setTyped] = useState(notes);
  const [note, { loading, error }] = useMutation(NOTE);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await note({ variables: { id, notes: typed } }).then(
      () => notifications.show({ message: t('common:state.saved') }),
      // Shown below.
      () => undefined,
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs" align="flex-start">
        <Textarea
          label={t('notes')}
          description={t('notesHelp')}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={5_000}
          w="100%"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {error && <Failed error={error} />}
        {typed !== notes && (
          <Button type="submit" size="xs" loading={loading}>
            {t('saveNotes')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
