import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Suspense, use } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { i18n } from '../i18n/i18n.ts';
import { ChooseServer } from './choose-server.tsx';
import type { Connection } from './connection.ts';
import { router } from './routes.tsx';
import { SessionProvider } from './session.tsx';
import { theme } from './theme.ts';

/** The page's policy allows styles of its own server, and those that carry this. */
const nonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export function App({ connecting }: { connecting: Promise<Connection> }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <I18nextProvider i18n={i18n}>
        <Notifications position="bottom-right" />
        <Suspense>
          <Console connecting={connecting} />
        </Suspense>
      </I18nextProvider>
    </MantineProvider>
  );
}

function Console({ connecting }: { connecting: Promise<Connection> }) {
  const connection = use(connecting);
  const { serverUrl, bridge } = connection;
  if (serverUrl === null) return bridge ? <ChooseServer bridge={bridge} /> : null;
  return (
    <SessionProvider connection={connection} serverUrl={serverUrl}>
      <RouterProvider router={router} />
    </SessionProvider>
  );
}
