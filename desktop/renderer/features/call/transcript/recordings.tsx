import { Alert, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { Call } from '../operations.ts';
import type { Player } from './use-player.ts';
import { useSound } from './use-sound.ts';

/** What can be listened to. The first recording is of the whole call; its lines lead into it. */
export function Recordings({ recordings, player }: { recordings: Call['recordings']; player: Player }) {
  const { t } = useTranslation('call');
  return (
    <Stack gap="xs" component="section" aria-labelledby="recordings-heading" data-no-print>
      <Title order={2} id="recordings-heading">
        {t('recording.title', { count: recordings.length })}
      </Title>
      {recordings.map((recording, index) => (
        <Recording
          key={recording.id}
          recording={recording}
          label={t('recording.label', { number: index + 1 })}
          player={index === 0 ? player : undefined}
        />
      ))}
      <Text size="sm" c="dimmed">
        {t('recording.help')}
      </Text>
    </Stack>
  );
}

type Props = { recording: Call['recordings'][number]; label: string; player: Player | undefined };

function Recording({ recording: { url, durationSeconds }, label, player }: Props) {
  const { t } = useTranslation('call');
  const { duration } = useFormat();
  const sound = useSound(url);
  if (sound.hasFailed) return <Alert color="red">{t('recording.failed')}</Alert>;
  return (
    <figure style={{ margin: 0 }}>
      {/* What is said stands below as the transcript, which moves along. */}
      <audio
        ref={player?.audio}
        controls
        preload="metadata"
        src={sound.src}
        aria-label={label}
        onTimeUpdate={player?.onTimeUpdate}
        onError={sound.fail}
        style={{ width: '100%' }}
      >
        <track kind="captions" />
      </audio>
      {typeof durationSeconds === 'number' && (
        <Text component="figcaption" size="xs">
          {label} · {duration(durationSeconds)}
        </Text>
      )}
    </figure>
  );
}
