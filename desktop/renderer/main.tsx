import './app/library.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { connection } from './app/connection.ts';
import { startLanguage } from './i18n/i18n.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App connecting={connection()} />
  </StrictMode>,
);
