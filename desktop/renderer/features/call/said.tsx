import { Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import type { Line } from './operations.ts';
import classes from './transcript.module.css';

/** What somebody said, and how it came about. */
export const Said = memo(function Said({ line }: { line: Line }) {
  const { t } = useTranslation('call');
  const { time } = useFormat();
  const about = useAbout();
  return (
    <li className={line.speaker === 'AGENT' ? classes.agent : classes.caller}>
      <Text size="xs" fw={600}>
        {t(`speaker.${line.speaker}`)}
      </Text>
      <Text dir="auto" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {line.text}
      </Text>
      <Text size="xs" className={classes.about}>
        <time dateTime={line.at}>{time(line.at)}</time>
        {about(line).map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
      </Text>
    </li>
  );
});

/** How well a caller was understood; who wrote a reply and how quickly it was there. */
function useAbout() {
  const { t } = useTranslation('call');
  const { number } = useFormat();
  return ({ confidence, source, replyMs }: Line): string[] => [
    ...(typeof confidence === 'number'
      ? [t('understood', { percent: number(Math.round(confidence * 100)) })]
      : []),
    ...(source ? [t(`source.${source}`)] : []),
    ...(typeof replyMs === 'number' ? [t('repliedIn', { seconds: number(replyMs / 1_000) })] : []),
  ];
}
