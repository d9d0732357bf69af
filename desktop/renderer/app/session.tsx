import type { ApolloClient } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { ApolloProvider } from '@apollo/client/react';
import { Center, Loader, Modal, VisuallyHidden } from '@mantine/core';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { graphqlClient } from '../graphql/client.ts';
import { failureOf } from '../graphql/errors.ts';
import { graphql } from '../graphql/generated/gql.ts';
import type { MeQuery } from '../graphql/generated/graphql.ts';
import { everyWord } from '../i18n/i18n.ts';
import { askingAgain } from './asking-again.ts';
import type { Connection } from './connection.ts';
import { SignIn } from './sign-in.tsx';

const ME = graphql(`
  query Me {
    me { id email name role mustChangePassword mustSetUpSecondFactor tenant { id slug name timeZone status } }
  }
`);
const SIGN_OUT = graphql(`mutation SignOut { signOut }`);

export type User = MeQuery['me'];

type Session = {
  user: User;
  connection: Connection;
  signOut(): Promise<void>;
  refresh(): Promise<void>;
};

const OwnPassword = lazy(async () => ({ default: (await import('./own-password.tsx')).OwnPassword }));

const GiveSecondFactor = lazy(async () => {
  const [{ GiveSecondFactor: dialog }] = await Promise.all([import('./give-second-factor.tsx'), everyWord()]);
  return { default: dialog };
});
const RequiredSecondFactor = lazy(async () => {
  const [{ RequiredSecondFactor: page }] = await Promise.all([
    import('./required-second-factor.tsx'),
    everyWord(),
  ]);
  return { default: page };
});

const SessionContext = createContext<Session | undefined>(undefined);

/** The user who is signed in; only below SessionProvider. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('There is no session here');
  return session;
}

/** Mantine's dialogs are at 200, and what they open at 300. */
const ABOVE_DIALOGS = 350;

type State = { at: 'loading' } | { at: 'nobody' } | { at: 'somebody'; user: User; expired: boolean };

/**
 * Shows its children to the user who is signed in. A session that ends meanwhile is renewed in a dialog above them, so
 * that nothing that was typed is lost.
 */
export function SessionProvider({
  connection,
  serverUrl,
  children,
}: {
  connection: Connection;
  serverUrl: string;
  children: ReactNode;
}) {
  const { t } = useTranslation(['signIn', 'common']);
  const [state, setState] = useState<State>({ at: 'loading' });
  /** Who waits for a code of the second factor. */
  const [waiting, setWaiting] = useState<(isGiven: boolean) => void>();
  const client = useMemo(() => {
    const made = graphqlClient(connection, serverUrl);
    made.setLink(
      onExpiry(() => setState((now) => (now.at === 'somebody' ? { ...now, expired: true } : now))).concat(
        askingAgain(() => new Promise((resolve) => setWaiting(() => resolve))).concat(made.link),
      ),
    );
    return made;
  }, [connection, serverUrl]);

  const refresh = useCallback(async () => setState(await whoAmI(client)), [client]);
  useEffect(() => void refresh(), [refresh]);

  const signedIn = async (token: string) => {
    await connection.keep(token);
    // What was on the screen stays; everything is asked for again as its owner.
    await refresh();
    await client.refetchObservableQueries();
  };
  const signOut = useCallback(async () => {
    await client.mutate({ mutation: SIGN_OUT }).catch(() => undefined);
    await connection.forget();
    client.stop();
    // A fresh page: nothing of this session is left in memory.
    window.location.assign('/');
  }, [client, connection]);

  const session = useMemo<Session | undefined>(
    () => (state.at === 'somebody' ? { user: state.user, connection, signOut, refresh } : undefined),
    [state, connection, signOut, refresh],
  );

  return (
    <ApolloProvider client={client}>
      {state.at === 'loading' && (
        <Center mih="100vh">
          <Loader aria-label={t('common:state.loading')} />
        </Center>
      )}
      {state.at === 'nobody' && (
        <Center mih="100vh" p="md" component="main">
          <SignIn onSignedIn={signedIn} />
        </Center>
      )}
      {session && (
        <SessionContext value={session}>
          {session.user.mustChangePassword ? (
            <Suspense>
              <OwnPassword email={session.user.email} onChanged={refresh} onSignOut={signOut} />
            </Suspense>
          ) : session.user.mustSetUpSecondFactor ? (
            <Suspense>
              <RequiredSecondFactor email={session.user.email} onDone={refresh} onSignOut={signOut} />
            </Suspense>
          ) : (
            children
          )}
          {waiting && (
            <Suspense>
              <GiveSecondFactor
                zIndex={ABOVE_DIALOGS}
                onAnswered={(isGiven) => {
                  setWaiting(undefined);
                  waiting(isGiven);
                }}
              />
            </Suspense>
          )}
          <Modal
            opened={state.at === 'somebody' && state.expired}
            onClose={() => undefined}
            withCloseButton={false}
            closeOnEscape={false}
            // Whatever dialog was open is beneath it.
            zIndex={ABOVE_DIALOGS}
            title={<VisuallyHidden>{t('title')}</VisuallyHidden>}
            centered
          >
            <SignIn email={session.user.email} notice={t('expired')} onSignedIn={signedIn} />
          </Modal>
        </SessionContext>
      )}
    </ApolloProvider>
  );
}

async function whoAmI(client: ApolloClient): Promise<State> {
  try {
    const { data } = await client.query({ query: ME, fetchPolicy: 'network-only' });
    return data ? { at: 'somebody', user: data.me, expired: false } : { at: 'nobody' };
  } catch (error) {
    if (failureOf(error).code === 'UNAUTHENTICATED') return { at: 'nobody' };
    throw error;
  }
}

function onExpiry(expired: () => void): ErrorLink {
  return new ErrorLink(({ error, operation }) => {
    if (operation.operationName !== 'SignIn' && failureOf(error).code === 'UNAUTHENTICATED') expired();
  });
}
