import { Button } from '@mantine/core';
import { type ComponentType, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, Link } from 'react-router';
import { Nothing } from '../ui/states.tsx';
import { Shell } from './shell.tsx';

/** A screen is loaded when somebody goes there. */
function screen(load: () => Promise<{ Screen: ComponentType }>) {
  return lazy(() => load().then(({ Screen }) => ({ default: Screen })));
}

const Calls = screen(() => import('../features/calls/calls.tsx'));
const Persona = screen(() => import('../features/persona/persona.tsx'));

export const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      { path: '/calls', element: <Calls /> },
      { path: '/persona', element: <Persona /> },
      { path: '*', element: <Missing /> },
    ],
  },
]);

function Missing() {
  const { t } = useTranslation();
  return (
    <Nothing
      action={
        <Button component={Link} to="/">
          {t('page.goHome')}
        </Button>
      }
    >
      {t('page.missing')}
    </Nothing>
  );
}
