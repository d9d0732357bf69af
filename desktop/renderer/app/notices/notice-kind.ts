import type { FollowUpNewsSubscription } from '../../graphql/generated/graphql.ts';

export type FollowUpEvent = FollowUpNewsSubscription['followUpActivity'];

/** What is worth interrupting a user for who does something else. */
export const NOTICE_KINDS = ['EMERGENCY', 'HUMAN_REQUESTED', 'NEW', 'YOURS', 'DUE'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

type Happening = Pick<FollowUpEvent, 'kind' | 'isOwn'> & {
  followUp: Pick<FollowUpEvent['followUp'], 'reason' | 'assignee'>;
};

/**
 * What an event is to a user; undefined where it is nothing new: one's own doing, or another's task. A caller who
 * needs a person is everybody's.
 */
export function noticeKindOf(
  { kind, isOwn, followUp: { reason, assignee } }: Happening,
  userId: string,
): NoticeKind | undefined {
  if (kind === 'ESCALATED') return reason === 'EMERGENCY' ? 'EMERGENCY' : 'HUMAN_REQUESTED';
  const isMine = assignee?.id === userId;
  if (isOwn || (assignee && !isMine)) return undefined;
  switch (kind) {
    case 'CREATED':
      return isMine ? 'YOURS' : 'NEW';
    case 'ASSIGNED':
      return 'YOURS';
    case 'DUE':
      return 'DUE';
    case 'SETTLED':
    case 'CHANGED':
      return undefined;
    default:
      kind satisfies never;
      // A newer server's.
      return undefined;
  }
}

/** Where it leads: to the call while the caller may still be there, else to what there is to do. */
export const pathOf = (noticeKind: NoticeKind, { call }: Pick<FollowUpEvent['followUp'], 'call'>): string =>
  call && (noticeKind === 'EMERGENCY' || noticeKind === 'HUMAN_REQUESTED')
    ? `/calls/${call.id}`
    : '/follow-ups';
