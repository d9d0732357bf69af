import { Group, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import classes from './call-list.module.css';
import { callerOf, numberOf } from './caller.ts';
import type { Row } from './operations.ts';
import { StatusMark } from './status-mark.tsx';
import { linkId } from './use-list-keys.ts';

type Props = { call: Row; isCard: boolean; tabIndex: 0 | -1; onFocus: (id: string) => void };

/** A call in the list; as a card where there is no room for columns. */
export const CallRow = memo(function CallRow({ call, isCard, tabIndex, onFocus }: Props) {
  const parts = {
    call,
    who: <Caller call={call} />,
    length: <Length call={call} />,
    when: <When call={call} />,
  };
  return (
    <Link
      id={linkId(call.id)}
      to={`/calls/${call.id}`}
      className={isCard ? classes.card : classes.row}
      tabIndex={tabIndex}
      onFocus={() => onFocus(call.id)}
    >
      {isCard ? <AsCard {...parts} /> : <AsColumns {...parts} />}
    </Link>
  );
});

type Parts = { call: Row; who: React.ReactNode; length: React.ReactNode; when: React.ReactNode };

function AsColumns({ call, who, length, when }: Parts) {
  return (
    <>
      {who}
      <span />
      <StatusMark status={call.status} />
      {length}
      {when}
    </>
  );
}

function AsCard({ call, who, length, when }: Parts) {
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        {who}
        {length}
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <StatusMark status={call.status} />
        {when}
      </Group>
    </>
  );
}

function Caller({ call }: { call: Row }) {
  const { t } = useTranslation();
  const number = numberOf(call);
  const name = callerOf(call) ?? t('anonymous');
  return (
    <div style={{ minWidth: 0 }}>
      <Text fw={600} size="sm" truncate>
        {name}
      </Text>
      {number !== undefined && number !== name && (
        <Text size="xs" c="dimmed" truncate>
          {number}
        </Text>
      )}
    </div>
  );
}

function Length({ call: { durationSeconds } }: { call: Row }) {
  const { t } = useTranslation('calls');
  const { duration } = useFormat();
  if (typeof durationSeconds !== 'number') return <span />;
  return (
    <Text size="sm" ta="right" title={t('duration')} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {duration(durationSeconds)}
    </Text>
  );
}

function When({ call: { startedAt } }: { call: Row }) {
  const { dateTime } = useFormat();
  return (
    <Text component="time" dateTime={startedAt} size="sm" c="dimmed" ta="right">
      {dateTime(startedAt)}
    </Text>
  );
}
