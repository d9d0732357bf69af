import { Button, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTenant } from '../../app/tenant.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { CreateFollowUp } from './create-follow-up.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { STATUSES } from './operations.ts';
import { useFollowUps } from './use-follow-ups.ts';

/** An inbox of what callers left to be done. */
export function Screen() {
  const { t } = useTranslation('followUps');
  const { id: tenantId } = useTenant();
  const [address, setAddress] = useSearchParams();
  const status = STATUSES.find((each) => each === address.get('status')) ?? 'OPEN';
  const { followUps, error, refetch } = useFollowUps(status);
  const [isCreating, creating] = useDisclosure(false);
  useHotkeys([['n', creating.open]]);
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
      {t('create.open')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={create}>
      <SegmentedControl
        aria-label={t('show')}
        value={status}
        onChange={(chosen) => setAddress(chosen === 'OPEN' ? {} : { status: chosen }, { replace: true })}
        data={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        style={{ alignSelf: 'flex-start' }}
      />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!followUps && !error && <PageSkeleton rows={5} />}
      {followUps && (
        <Text size="sm" role="status">
          {t('count', { count: followUps.length })}
        </Text>
      )}
      {followUps?.length === 0 && <Nothing>{t(`nothing.${status}`)}</Nothing>}
      {followUps && followUps.length > 0 && (
        <>
          <Text size="sm" c="dimmed" visibleFrom="sm">
            {t('keys')}
          </Text>
          <FollowUpList key={`${tenantId} ${status}`} followUps={followUps} />
        </>
      )}
      <CreateFollowUp opened={isCreating} onClose={creating.close} />
    </Page>
  );
}
