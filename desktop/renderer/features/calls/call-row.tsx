import { Group, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import classes from './call-list.module.css';
import { callerOf, numberOf } from './caller.ts';
import type { Row } from './operations.ts';
import { SentimentMark } from './sentiment-mark.tsx';
import { StatusMark } from './status-mark.tsx';
import { linkId } from './use-list-keys.ts';

type Props = { call: Row; isCard: boolean; tabIndex: 0 | -1; onFocus: (id: string) => void };

/** A call in the list; as a card where there is no room for columns. */
export const CallRow = memo(function CallRow({ call, isCard, tabIndex, onFocus }: Props) {
  return (
    <Link
      id={linkId(call.id)}
      to={`/calls/${call.id}`}
      className={isCard ? classes.card : classes.row}
      tabIndex={tabIndex}
      onFocus={() => onFocus(call.id)}
    >
      {isCard ? <AsCard call={call} /> : <AsColumns call={call} />}
    </Link>
  );
});

function AsColumns({ call }: { call: Row }) {
  return (
    <>
      <Caller call={call} />
      <div className={classes.narrow}>
        <Summary call={call} lines={1} />
        <Intents call={call} />
      </div>
      <Mark call={call} />
      <Length call={call} />
      <When call={call} />
    </>
  );
}

function AsCard({ call }: { call: Row }) {
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Caller call={call} />
        <When call={call} />
      </Group>
      <Summary call={call} lines={2} />
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Mark call={call} />
        <Length call={call} />
      </Group>
    </>
  );
}

function Caller({ call }: { call: Row }) {
  const { t } = useTranslation();
  const number = numberOf(call);
  const name = callerOf(call) ?? t('anonymous');
  return (
    <div className={classes.narrow}>
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

function Summary({ call: { analysis }, lines }: { call: Row; lines: number }) {
  if (!analysis?.summary) return null;
  return (
    <Text size="sm" lineClamp={lines}>
      {analysis.summary}
    </Text>
  );
}

function Intents({ call: { analysis } }: { call: Row }) {
  const { t } = useTranslation('calls');
  if (!analysis) return null;
  return (
    <Text size="xs" c="dimmed" truncate>
      {analysis.intents.map((intent) => t(`intent.${intent}`)).join(' · ')}
    </Text>
  );
}

/** That a call is over goes without saying. */
function Mark({ call: { status, analysis } }: { call: Row }) {
  if (status !== 'COMPLETED' || !analysis) return <StatusMark status={status} />;
  return <SentimentMark sentiment={analysis.sentiment} />;
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
    <Text
      component="time"
      dateTime={startedAt}
      size="sm"
      c="dimmed"
      ta="right"
      style={{ whiteSpace: 'nowrap' }}
    >
      {dateTime(startedAt)}
    </Text>
  );
}
