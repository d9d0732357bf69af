import { Anchor, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { Line } from '../operations.ts';
import classes from './transcript.module.css';

type Props = {
  line: Line;
  isHeard: boolean;
  onPlay: (() => void) | undefined;
  /** Undefined where the user may not know what the model was told. */
  onAsk: (() => void) | undefined;
};

/** What the caller or the receptionist said, and how it came about. */
export function TranscriptLine({ line, isHeard, onPlay, onAsk }: Props) {
  const { t } = useTranslation('call');
  const { time } = useFormat();
  const about = useAbout();
  return (
    <li
      className={line.speaker === 'AGENT' ? classes.agent : classes.caller}
      aria-current={isHeard ? 'time' : undefined}
    >
      <Text size="xs" fw={600}>
        {t(`speaker.${line.speaker}`)}
      </Text>
      <Text dir="auto" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {line.text}
      </Text>
      <Text size="xs" className={classes.about}>
        {onPlay ? (
          <Anchor
            component="button"
            type="button"
            inherit
            c="inherit"
            underline="always"
            onClick={onPlay}
            aria-label={t('recording.playFrom', { time: time(line.at) })}
          >
            <IconPlayerPlay size={12} aria-hidden /> <time dateTime={line.at}>{time(line.at)}</time>
          </Anchor>
        ) : (
          <time dateTime={line.at}>{time(line.at)}</time>
        )}
        {about(line).map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
      </Text>
      {onAsk && (
        <Anchor
          component="button"
          type="button"
          size="xs"
          py={4}
          c="inherit"
          underline="always"
          onClick={onAsk}
          aria-label={t('told.at', { time: time(line.at) })}
          aria-haspopup="dialog"
          data-no-print
        >
          {t('told.title')}
        </Anchor>
      )}
    </li>
  );
}

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
