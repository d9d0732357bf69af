import {
  IconAddressBook,
  IconAdjustments,
  IconBuildingStore,
  IconBuildings,
  IconCompass,
  IconDevices,
  IconGauge,
  IconHistory,
  IconInbox,
  IconMessageChatbot,
  IconNumber,
  IconPhone,
  IconRobot,
  IconServer,
  IconSettings,
  IconShieldLock,
  IconUsers,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react';
import type { User } from './session.tsx';

export type Destination = { path: string; label: NavigationLabel; icon: TablerIcon };
type NavigationLabel =
  | 'dashboard'
  | 'calls'
  | 'customers'
  | 'persona'
  | 'numbers'
  | 'automations'
  | 'followUps'
  | 'setup'
  | 'tenants'
  | 'marketplace'
  | 'settings'
  | 'system'
  | 'business'
  | 'users'
  | 'audit'
  | 'webhooks'
  | 'secondFactor'
  | 'sessions';

/** What works on one tenant. */
const tenantDestinations: readonly Destination[] = [
  { path: '/', label: 'dashboard', icon: IconGauge },
  { path: '/calls', label: 'calls', icon: IconPhone },
  { path: '/customers', label: 'customers', icon: IconAddressBook },
  { path: '/persona', label: 'persona', icon: IconMessageChatbot },
  { path: '/numbers', label: 'numbers', icon: IconNumber },
  { path: '/automations', label: 'automations', icon: IconRobot },
  { path: '/follow-ups', label: 'followUps', icon: IconInbox },
  { path: '/setup', label: 'setup', icon: IconCompass },
];

/** What only super admins see. */
export const platformDestinations: readonly Destination[] = [
  { path: '/tenants', label: 'tenants', icon: IconBuildings },
  { path: '/marketplace', label: 'marketplace', icon: IconBuildingStore },
  { path: '/settings', label: 'settings', icon: IconSettings },
  { path: '/system', label: 'system', icon: IconServer },
];

const business: Destination = { path: '/business', label: 'business', icon: IconAdjustments };

/** Super admins change a tenant's settings on its own page. */
export const tenantDestinationsOf = ({ role }: Pick<User, 'role'>): readonly Destination[] =>
  role === 'TENANT_ADMIN' ? [...tenantDestinations, business] : tenantDestinations;

export const destinationsOf = (user: Pick<User, 'role'>): readonly Destination[] =>
  user.role === 'SUPER_ADMIN' ? [...tenantDestinations, ...platformDestinations] : tenantDestinationsOf(user);

const users: Destination = { path: '/users', label: 'users', icon: IconUsers };
const webhooks: Destination = { path: '/system/webhooks', label: 'webhooks', icon: IconWebhook };
const audit: Destination = { path: '/system/audit', label: 'audit', icon: IconHistory };
const secondFactor: Destination = {
  path: '/account/second-factor',
  label: 'secondFactor',
  icon: IconShieldLock,
};

const sessions: Destination = { path: '/account/sessions', label: 'sessions', icon: IconDevices };

/** What is reached from the account menu and the palette, not from the side. */
export function furtherDestinationsOf({ role }: Pick<User, 'role'>): readonly Destination[] {
  const own = [secondFactor, sessions];
  if (role === 'TENANT_STAFF') return own;
  return role === 'SUPER_ADMIN' ? [users, webhooks, audit, ...own] : [users, webhooks, ...own];
}

/** Whether a page is about one tenant, and so can't be shown where there is none. */
export const needsTenant = (pathname: string): boolean =>
  ![...platformDestinations, users, secondFactor, sessions].some(({ path }) => pathname.startsWith(path));
