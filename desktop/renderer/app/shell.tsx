import {
  AppShell,
  Burger,
  Button,
  Group,
  NativeSelect,
  NavLink,
  ScrollArea,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { PageSkeleton } from '../ui/page.tsx';
import { Account } from './account.tsx';
import {
  type Destination,
  destinationsOf,
  furtherDestinationsOf,
  needsTenant,
  platformDestinations,
  tenantDestinationsOf,
} from './navigation.ts';
import { NoTenantYet } from './no-tenant-yet.tsx';
import { FOLLOW_UP_COUNT_ID, FollowUpCount } from './notices/follow-up-count.tsx';
import { Notices } from './notices/notices.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { useSession } from './session.tsx';
import { CONTENT_ID, SkipLink } from './skip-link.tsx';
import { TenantProvider, useTenants } from './tenant.tsx';

const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));

/** What surrounds every page. */
export function Shell() {
  return (
    <TenantProvider>
      {/* For what lies around the pages, which have one each. */}
      <ErrorBoundary>
        <Frame />
      </ErrorBoundary>
    </TenantProvider>
  );
}

function Frame() {
  const { t } = useTranslation();
  const { user, connection } = useSession();
  const { tenant, isLoading } = useTenants();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [isPaletteOpen, palette] = useDisclosure(false);
  // Loaded with the first wish for it, and kept, so that it closes as calmly as it opens.
  const [isPaletteLoaded, setPaletteLoaded] = useState(false);
  if (isPaletteOpen && !isPaletteLoaded) setPaletteLoaded(true);
  useHotkeys([['mod+K', palette.toggle]], []);
  useEffect(() => connection.bridge?.onNavigate((path) => void navigate(path)), [connection, navigate]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <SkipLink />
      <AppShell.Header data-no-print>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t(isOpen ? 'header.closeNavigation' : 'header.openNavigation')}
            />
            <UnstyledButton component={Link} to="/" visibleFrom="sm">
              <Text fw={700}>KaiVox</Text>
            </UnstyledButton>
            <TenantChooser />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconSearch size={14} aria-hidden />}
              onClick={palette.open}
              visibleFrom="md"
            >
              {t('header.commands')}{' '}
              <Text span c="dimmed" size="xs" ml="xs">
                Ctrl K
              </Text>
            </Button>
            <Account />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" data-no-print aria-label={t('nav.label')}>
        <ScrollArea>
          <Links title={t('nav.tenantGroup')} destinations={tenantDestinationsOf(user)} onGo={close} />
          {user.role === 'SUPER_ADMIN' && (
            <Links title={t('nav.platformGroup')} destinations={platformDestinations} onGo={close} />
          )}
        </ScrollArea>
      </AppShell.Navbar>
      <ScrollRestoration />
      <AppShell.Main id={CONTENT_ID} tabIndex={-1}>
        <OfflineBanner />
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            {tenant || !needsTenant(pathname) ? <Outlet /> : isLoading ? <PageSkeleton /> : <NoTenantYet />}
          </Suspense>
        </ErrorBoundary>
      </AppShell.Main>
      <Notices />
      {isPaletteLoaded && (
        <Suspense>
          <CommandPalette
            opened={isPaletteOpen}
            onClose={palette.close}
            destinations={[...destinationsOf(user), ...furtherDestinationsOf(user)]}
          />
        </Suspense>
      )}
    </AppShell>
  );
}

/** @param onGo on a narrow screen the navigation lies over the page that it leads to */
function Links({
  title,
  destinations,
  onGo,
}: {
  title: string;
  destinations: readonly Destination[];
  onGo: () => void;
}) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isHere = (path: string) => (path === '/' ? pathname === '/' : pathname.startsWith(path));
  return (
    <>
      <Text size="xs" c="dimmed" px="sm" pt="sm">
        {title}
      </Text>
      {destinations.map(({ path, label, icon: Icon }) => (
        <NavLink
          key={path}
          component={Link}
          to={path}
          onClick={onGo}
          label={t(`nav.${label}`)}
          leftSection={<Icon size={18} aria-hidden />}
          active={isHere(path)}
          {...(path === '/follow-ups' && {
            rightSection: <FollowUpCount />,
            'aria-describedby': FOLLOW_UP_COUNT_ID,
          })}
          aria-current={isHere(path) ? 'page' : undefined}
        />
      ))}
    </>
  );
}

/** A super admin looks at one tenant at a time. */
function TenantChooser() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { tenant, tenants, choose } = useTenants();
  if (user.role !== 'SUPER_ADMIN')
    return (
      <Text fw={500} truncate>
        {tenant?.name}
      </Text>
    );
  if (!tenant) return null;
  return (
    <NativeSelect
      aria-label={t('header.tenant')}
      value={tenant.id}
      onChange={(event) => choose(event.currentTarget.value)}
      data={tenants.map(({ id, name }) => ({ value: id, label: name }))}
      size="sm"
      maw={260}
    />
  );
}
