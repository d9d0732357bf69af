import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { Call } from '../operations.ts';

/** Recordings that Vobiz told of and that can't be listened to, with the reason in the server's words. */
export function UnkeptRecordings({ recordings }: { recordings: Call['unkeptRecordings'] }) {
  const { t } = useTranslation('call');
  const { dateTime } = useFormat();
  return (
    <Stack gap="xs" component="section" aria-labelledby="unkept-heading" data-no-print>
      <Title order={2} id="unkept-heading">
        {t('recording.unkept')}
      </Title>
      <List size="sm">
        {recordings.map(({ id, status, reason, notedAt }) => (
          <List.Item key={id}>
            {t(`recording.status.${status}`, { at: dateTime(notedAt) })}
            {reason && (
              <Text component="span" size="sm">
                {' '}
                {reason}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
