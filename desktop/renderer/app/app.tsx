import { MantineProvider } from '@mantine/core';
import { Suspense, use } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { i18n } from '../i18n/i18n.ts';
import { ChooseServer } from './choose-server.tsx';
import type { Connection } from './connection.ts';
import { Notifications } from './notifications.tsx';
import { router } from './routes.tsx';
import { SessionProvider } from './session.tsx';
import { theme } from './theme.ts';

declare global {
  interface Window {
    /** Where what keeps a page from scrolling behind a dialog looks for it. */
    __webpack_nonce__?: string;
  }
}

/** The page's policy allows styles of its own server, and those that carry this. */
const nonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
window.__webpack_nonce__ = nonce();

export function App({ connecting }: { connecting: Promise<Connection> }) {
  const { t } = useTranslation('common', { i18n });
  // Dialogs and notifications close with a cross, which has no words of its own.
  const close = { defaultProps: { 'aria-label': t('action.close') } };
  return (
    <MantineProvider
      theme={{ ...theme, components: { CloseButton: close } }}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
    >
      <I18nextProvider i18n={i18n}>
        <Notifications />
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
