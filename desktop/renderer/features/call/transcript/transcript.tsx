import { Box, Text, Title } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.tsx';
import { Nothing } from '../../../ui/states.tsx';
import type { Call, Line } from '../operations.ts';
import { PromptLog } from '../prompt-log.tsx';
import classes from './transcript.module.css';
import { TranscriptLine } from './transcript-line.tsx';
import type { Player } from './use-player.ts';

/** A user who reads along is kept at the end; one who reads further up is left in peace. In pixels. */
const NEAR_END = 160;

type Props = {
  call: Call;
  isLive: boolean;
  /** Where there is a recording to listen to. */
  player: Player | undefined;
};

/** The conversation as it was heard; lines come in while the call goes on. */
export function Transcript({ call, isLive, player }: Props) {
  const { t } = useTranslation('call');
  const { turns } = call;
  const { user } = useSession();
  const [asked, setAsked] = useState<Line>();
  const mayAsk = ({ speaker, number }: Line) =>
    user.role !== 'TENANT_STAFF' && speaker === 'AGENT' && number > 1;
  const end = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(false);
  useLayoutEffect(() => {
    const look = () => {
      const top = end.current?.getBoundingClientRect().top ?? 0;
      isFollowing.current = top < window.innerHeight + NEAR_END;
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  const length = turns.reduce((sum, { text }) => sum + text.length, 0);
  useLayoutEffect(() => {
    if (isLive && isFollowing.current && length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [isLive, length]);
  return (
    <Box component="section" aria-labelledby="transcript-heading">
      <Title order={2} id="transcript-heading" mb="sm">
        {t('transcript')}
      </Title>
      {turns.length === 0 && <Nothing>{t(isLive ? 'nothingSaidYet' : 'nothingSaid')}</Nothing>}
      <ol aria-label={t('transcript')} aria-live={isLive ? 'polite' : 'off'} className={classes.lines}>
        {turns.map((line, index) => (
          <TranscriptLine
            key={line.id}
            line={line}
            isHeard={player?.current === index}
            onPlay={player && (() => player.playLine(index))}
            onAsk={mayAsk(line) ? () => setAsked(line) : undefined}
          />
        ))}
      </ol>
      <PromptLog callId={call.id} line={asked} onClose={() => setAsked(undefined)} />
      <div ref={end}>
        {isLive && (
          <Text size="sm" c="dimmed" mt="sm" role="status">
            {t('goesOn')}
          </Text>
        )}
      </div>
    </Box>
  );
}
