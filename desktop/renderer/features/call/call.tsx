import { Anchor, Grid, Group, Stack } from '@mantine/core';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { callerOf } from '../calls/caller.ts';
import { StatusMark } from '../calls/status-mark.tsx';
import { useTenantOf } from '../calls/use-tenant-of.ts';
import { CallFacts } from './call-facts.tsx';
import { CustomerCard } from './customer-card.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Findings } from './findings.tsx';
import { FollowUps } from './follow-ups.tsx';
import { NeighbourLinks } from './neighbour-links.tsx';
import type { Call } from './operations.ts';
import './print.css';
import { Recordings } from './transcript/recordings.tsx';
import { Transcript } from './transcript/transcript.tsx';
import { UnkeptRecordings } from './transcript/unkept-recordings.tsx';
import { usePlayer } from './transcript/use-player.ts';
import { useCall } from './use-call.ts';

export function Screen() {
  const { id = '' } = useParams();
  const { call, error, look, isLive } = useCall(id);
  useLayoutEffect(() => {
    if (id) window.scrollTo(0, 0);
  }, [id]);
  if (!call) return error ? <Failed error={error} retry={look} /> : <PageSkeleton rows={8} />;
  return <OneCall key={id} call={call} isLive={isLive} />;
}

function OneCall({ call, isLive }: { call: Call; isLive: boolean }) {
  const { t } = useTranslation(['call', 'common']);
  const { dateTime } = useFormat();
  useTenantOf(call.tenant.id, '/calls');
  const player = usePlayer(call);
  const hasSound = call.recordings.length > 0;
  return (
    <Page
      title={callerOf(call) ?? t('common:anonymous')}
      lead={
        <Group component="span" gap="xs">
          <time dateTime={call.startedAt}>{dateTime(call.startedAt)}</time>
          <StatusMark status={call.status} />
          <Anchor component={Link} to="/calls" size="sm" data-no-print>
            {t('allCalls')}
          </Anchor>
        </Group>
      }
      actions={
        <>
          <ExportMenu call={call} />
          <NeighbourLinks call={call} />
        </>
      }
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            {call.analysis && <Findings analysis={call.analysis} />}
            {hasSound && <Recordings recordings={call.recordings} player={player} />}
            {call.unkeptRecordings.length > 0 && <UnkeptRecordings recordings={call.unkeptRecordings} />}
            <Transcript call={call} isLive={isLive} player={hasSound ? player : undefined} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            {call.customer && <CustomerCard customer={call.customer} />}
            <FollowUps followUps={call.followUps} />
            <CallFacts call={call} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
