import { Button } from '@mantine/core';
import { type ComponentType, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, Link } from 'react-router';
import { everyWord } from '../i18n/i18n.ts';
import { Nothing } from '../ui/states.tsx';
import { Shell } from './shell.tsx';

/** A screen is loaded when a user goes there, and with the first of them every word. */
function screen(load: () => Promise<{ Screen: ComponentType }>) {
  return lazy(() => Promise.all([load(), everyWord()]).then(([{ Screen }]) => ({ default: Screen })));
}

/** The first page's words are there already. */
function firstScreen(load: () => Promise<{ Screen: ComponentType }>) {
  return lazy(() => load().then(({ Screen }) => ({ default: Screen })));
}

const Call = screen(() => import('../features/call/call.tsx'));
const Calls = screen(() => import('../features/calls/calls.tsx'));
const Customer = screen(() => import('../features/customers/customer.tsx'));
const Customers = screen(() => import('../features/customers/customers.tsx'));
const Dashboard = firstScreen(() => import('../features/dashboard/dashboard.tsx'));
const System = screen(() => import('../features/system/system.tsx'));
const Webhooks = screen(() => import('../features/webhooks/webhooks.tsx'));
const Webhook = screen(() => import('../features/webhooks/webhook.tsx'));
const Audit = screen(() => import('../features/audit/audit.tsx'));
const Persona = screen(() => import('../features/persona/persona.tsx'));
const Tenant = screen(() => import('../features/tenants/tenant-page.tsx'));
const Tenants = screen(() => import('../features/tenants/tenants.tsx'));
const Business = screen(() => import('../features/business/business.tsx'));
const SecondFactor = screen(() => import('../features/second-factor/second-factor.tsx'));
const Sessions = screen(() => import('../features/sessions/sessions.tsx'));
const Users = screen(() => import('../features/users/users.tsx'));
const Numbers = screen(() => import('../features/numbers/numbers.tsx'));
const Marketplace = screen(() => import('../features/marketplace/marketplace.tsx'));
const NumberOrders = screen(() => import('../features/marketplace/orders.tsx'));
const NumbersAtVobiz = screen(() => import('../features/marketplace/account.tsx'));
const PlatformSettings = screen(() => import('../features/settings/settings.tsx'));
const Setup = screen(() => import('../features/setup/setup.tsx'));
const FollowUps = screen(() => import('../features/follow-ups/follow-ups.tsx'));
const Automations = screen(() => import('../features/automations/automations.tsx'));
const NewAutomation = screen(() => import('../features/automations/new-automation.tsx'));
const Automation = screen(() => import('../features/automations/automation-page.tsx'));

export const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      { path: '/', element: <Dashboard /> },
      { path: '/calls', element: <Calls /> },
      { path: '/calls/:id', element: <Call /> },
      { path: '/customers', element: <Customers /> },
      { path: '/customers/:id', element: <Customer /> },
      { path: '/persona', element: <Persona /> },
      { path: '/tenants', element: <Tenants /> },
      { path: '/tenants/:id', element: <Tenant /> },
      { path: '/business', element: <Business /> },
      { path: '/account/second-factor', element: <SecondFactor /> },
      { path: '/account/sessions', element: <Sessions /> },
      { path: '/users', element: <Users /> },
      { path: '/system', element: <System /> },
      { path: '/system/audit', element: <Audit /> },
      { path: '/system/webhooks', element: <Webhooks /> },
      { path: '/system/webhooks/:id', element: <Webhook /> },
      { path: '/numbers', element: <Numbers /> },
      { path: '/marketplace', element: <Marketplace /> },
      { path: '/marketplace/orders', element: <NumberOrders /> },
      { path: '/marketplace/account', element: <NumbersAtVobiz /> },
      { path: '/settings', element: <PlatformSettings /> },
      { path: '/setup', element: <Setup /> },
      { path: '/follow-ups', element: <FollowUps /> },
      { path: '/automations', element: <Automations /> },
      { path: '/automations/new', element: <NewAutomation /> },
      { path: '/automations/:id', element: <Automation /> },
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
