import {
  IconAddressBook,
  IconBuildingStore,
  IconBuildings,
  IconCompass,
  IconGauge,
  IconHistory,
  IconInbox,
  IconMessageChatbot,
  IconNumber,
  IconPhone,
  IconRobot,
  IconServer,
  IconSettings,
  IconUsers,
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
  | 'users'
  | 'audit';

/** What works on one tenant. */
export const tenantDestinations: readonly Destination[] = [
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

export const destinationsOf = ({ role }: Pick<User, 'role'>): readonly Destination[] =>
  role === 'SUPER_ADMIN' ? [...tenantDestinations, ...platformDestinations] : tenantDestinations;

const users: Destination = { path: '/users', label: 'users', icon: IconUsers };
const audit: Destination = { path: '/system/audit', label: 'audit', icon: IconHistory };

/** What is reached from the account menu and the palette, not from the side. */
export function furtherDestinationsOf({ role }: Pick<User, 'role'>): readonly Destination[] {
  if (role === 'TENANT_STAFF') return [];
  return role === 'SUPER_ADMIN' ? [users, audit] : [users];
}

/** Whether a page is about one tenant, and so can't be shown where there is none. */
export const needsTenant = (pathname: string): boolean =>
  ![...platformDestinations, users].some(({ path }) => pathname.startsWith(path));
