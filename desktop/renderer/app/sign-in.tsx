import { useMutation } from '@apollo/client/react';
import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graphql/errors.ts';
import { graphql } from '../graphql/generated/gql.ts';

const SIGN_IN = graphql(`
  mutation SignIn($email: String!, $password: String!, $code: String) {
    signIn(email: $email, password: $password, code: $code) { token }
  }
`);

type Props = {
  /** Filled in, where it is known. */
  email?: string;
  notice?: string;
  onSignedIn: (token: string) => Promise<void>;
};

export function SignIn({ email: known = '', notice, onSignedIn }: Props) {
  const { t } = useTranslation('signIn');
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [signIn] = useMutation(SIGN_IN);

  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { data } = await signIn({ variables: { email, password, code: needsCode ? code : null } });
      if (data) await onSignedIn(data.signIn.token);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.reason === 'SECOND_FACTOR_REQUIRED' && !needsCode) setNeedsCode(true);
      else setProblem(sentenceFor(failure));
    } finally {
      setBusy(false);
    }
  };

  const sentenceFor = ({ code, message, retryAfterSeconds }: ReturnType<typeof failureOf>): string => {
    if (code === 'RATE_LIMITED') return t('limited', { count: retryAfterSeconds ?? 60 });
    if (code === 'OFFLINE') return t('offline');
    return message ?? t('wrong');
  };

  return (
    <Paper withBorder={notice === undefined} p={notice === undefined ? 'xl' : 0} w="100%" maw={400}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <div>
            <Title order={1}>{t('title')}</Title>
            <Text c="dimmed">{notice ?? t('lead')}</Text>
          </div>
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            required
            withAsterisk={false}
            data-autofocus={known === '' ? true : undefined}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('reveal') }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          {needsCode && (
            <TextInput
              label={t('code')}
              description={t('codeHint')}
              inputMode="text"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              required
              withAsterisk={false}
            />
          )}
          <Button type="submit" loading={isBusy}>
            {t('submit')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
