import { useQuery } from '@apollo/client/react';
import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { SignBadge, STANDING_SIGNS } from '../../ui/sign-badge.tsx';
import { Failed } from '../../ui/states.tsx';
import { CARRIER_STATUS, type CarrierStatus } from './operations.ts';
import { useLinesText } from './use-lines-text.ts';

/** The platform's account at Vobiz: what it has left, and how many calls it carries at once. */
export function CarrierAccount() {
  const { t } = useTranslation('carrier');
  const { data, error, refetch } = useQuery(CARRIER_STATUS, { fetchPolicy: 'cache-and-network' });
  return (
    <Stack component="section" gap="sm" aria-labelledby="carrier-account">
      <Title order={2} id="carrier-account">
        {t('account.heading')}
      </Title>
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {!error && !data && <PageSkeleton rows={1} />}
      {data && <Facts status={data.carrierStatus} />}
    </Stack>
  );
}

function Facts({ status }: { status: CarrierStatus }) {
  const { t } = useTranslation('carrier');
  const { money } = useFormat();
  const linesText = useLinesText();
  if (!status.isConnected) return <Text c="dimmed">{t('account.none')}</Text>;
  const { balance, balanceProblem, lines, linesProblem } = status;
  const isBusy = lines !== null && typeof lines.inUse === 'number' && lines.inUse >= lines.most;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      <Fact
        name={t('account.balance')}
        problem={balanceProblem}
        standing={balance?.isLow ? 'WARN' : 'PASS'}
        word={t(balance?.isLow ? 'account.low' : 'account.enough')}
        at={balance?.at}
      >
        {balance && (
          <>
            <Text fw={600}>{money(balance.balance)}</Text>
            {balance.warnBelow && (
              <Text size="sm">{t('account.warnBelow', { amount: money(balance.warnBelow) })}</Text>
            )}
            {balance.isLow && <Text size="sm">{t('account.recharge')}</Text>}
          </>
        )}
      </Fact>
      <Fact
        name={t('account.lines')}
        problem={linesProblem}
        standing={isBusy ? 'WARN' : 'PASS'}
        word={t(isBusy ? 'account.busy' : 'account.free')}
        at={lines?.at}
      >
        {lines && <Text fw={600}>{linesText(lines)}</Text>}
      </Fact>
    </SimpleGrid>
  );
}

type FactProps = {
  name: string;
  /** Why it couldn't be read. */
  problem: string | null | undefined;
  standing: keyof typeof STANDING_SIGNS;
  word: string;
  at: string | undefined;
  children: ReactNode;
};

function Fact({ name, problem, standing, word, at, children }: FactProps) {
  const { t } = useTranslation('carrier');
  const { time } = useFormat();
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fw={500}>{name}</Text>
        <SignBadge sign={STANDING_SIGNS[problem ? 'WARN' : standing]}>
          {problem ? t('account.unknown') : word}
        </SignBadge>
      </Group>
      {problem ? <Text size="sm">{t('account.unread', { reason: problem })}</Text> : children}
      {at && !problem && (
        <Text size="sm" c="dimmed">
          {t('account.at', { time: time(at) })}
        </Text>
      )}
    </Paper>
  );
}
