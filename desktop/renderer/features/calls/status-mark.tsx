import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallStatus } from '../../graphql/generated/graphql.ts';

const COLOURS: Record<CallStatus, string> = { IN_PROGRESS: 'teal', COMPLETED: 'gray', LOST: 'orange' };

/** How a call stands, in a word. */
export function StatusMark({ status }: { status: CallStatus }) {
  const { t } = useTranslation('calls');
  return (
    <Badge
      component="span"
      color={COLOURS[status]}
      variant={status === 'IN_PROGRESS' ? 'filled' : 'default'}
      tt="none"
      style={{ flexShrink: 0, justifySelf: 'start' }}
    >
      {t(`status.${status}`)}
    </Badge>
  );
}
