import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graphql/errors.ts';
import { graphql } from '../graphql/generated/gql.ts';
import { Failed } from '../ui/states.tsx';

const GIVE = graphql(`
  mutation GiveSecondFactor($code: String!) { giveSecondFactor(code: $code) }
`);

type Props = {
  zIndex: number;
  /** Whether a code was given, and taken. */
  onAnswered: (isGiven: boolean) => void;
};

/** Asks for a code before what can't be undone; what was asked for is done once it is given. */
export function GiveSecondFactor({ zIndex, onAnswered }: Props) {
  const { t } = useTranslation(['secondFactor', 'signIn', 'common']);
  const [code, setCode] = useState('');
  const [give, { loading, error }] = useMutation(GIVE);
  const { field, message } = error ? failureOf(error) : {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = await give({ variables: { code } }).catch(() => undefined);
    if (given?.data) onAnswered(true);
  };
  return (
    <Modal opened onClose={() => onAnswered(false)} zIndex={zIndex} title={t('again.title')} centered>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm">{t('again.help')}</Text>
          <TextInput
            label={t('signIn:code')}
            description={t('signIn:codeHint')}
            autoComplete="one-time-code"
            required
            data-autofocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={field === 'code' ? message : undefined}
          />
          {error && field !== 'code' && <Failed error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onAnswered(false)}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={loading}>
              {t('again.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
