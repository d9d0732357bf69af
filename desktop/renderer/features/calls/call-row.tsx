import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './call-list.module.css';
import type { Row } from './operations.ts';
import { SentimentMark } from './sentiment-mark.tsx';
import { StatusMark } from './status-mark.tsx';
import { linkId } from './use-list-keys.ts';
import type { RowWords } from './use-row-words.ts';

type Props = {
  call: Row;
  words: RowWords;
  isCard: boolean;
  tabIndex: 0 | -1;
  onFocus: (id: string) => void;
};

/**
 * A call in the list; as a card where there is no room for columns. Of plain elements, as it has to be there within a
 * frame of the screen while the user scrolls.
 */
export const CallRow = memo(function CallRow({ call, words, isCard, tabIndex, onFocus }: Props) {
  const Layout = isCard ? AsCard : AsColumns;
  return (
    <Link
      id={linkId(call.id)}
      to={`/calls/${call.id}`}
      className={isCard ? classes.card : classes.row}
      tabIndex={tabIndex}
      onFocus={() => onFocus(call.id)}
    >
      <Layout call={call} words={words} />
    </Link>
  );
});

type Parts = { call: Row; words: RowWords };

function AsColumns({ call, words }: Parts) {
  return (
    <>
      <Caller words={words} />
      <div>
        <div className={classes.line}>{call.analysis?.summary}</div>
        <div className={classes.lesser}>{words.intents}</div>
      </div>
      <Mark call={call} />
      <Length words={words} />
      <When call={call} words={words} />
    </>
  );
}

function AsCard({ call, words }: Parts) {
  return (
    <>
      <div className={classes.ends}>
        <Caller words={words} />
        <When call={call} words={words} />
      </div>
      <div className={classes.twoLines}>{call.analysis?.summary}</div>
      <div className={classes.ends}>
        <Mark call={call} />
        <Length words={words} />
      </div>
    </>
  );
}

function Caller({ words: { who, number } }: { words: RowWords }) {
  return (
    <div className={classes.caller}>
      <div className={classes.name}>{who}</div>
      {number !== undefined && <div className={classes.lesser}>{number}</div>}
    </div>
  );
}

/** That a call is over goes without saying. */
function Mark({ call: { status, analysis } }: { call: Row }) {
  if (status !== 'COMPLETED' || !analysis) return <StatusMark status={status} />;
  return <SentimentMark sentiment={analysis.sentiment} />;
}

function Length({ words: { length } }: { words: RowWords }) {
  const { t } = useTranslation('calls');
  return (
    <span className={classes.figure} title={t('duration')}>
      {length}
    </span>
  );
}

function When({ call, words }: Parts) {
  return (
    <time className={classes.when} dateTime={call.startedAt}>
      {words.when}
    </time>
  );
}
