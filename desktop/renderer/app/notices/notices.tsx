import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../session.tsx';
import { useTenants } from '../tenant.tsx';
import { useChoices } from './choices.ts';
import { type FollowUpEvent, NOTICE_KINDS, type NoticeKind, noticeKindOf, pathOf } from './notice-kind.ts';
import { systemNotices } from './system-notices.ts';
import { useFollowUpNews } from './use-follow-up-news.ts';

/** Nobody waits for it, so it comes when the page has nothing else to do. */
const LowBalanceNotice = lazy(async () => {
  await idle();
  return { default: (await import('./low-balance-notice.tsx')).LowBalanceNotice };
});

/** Safari has no `requestIdleCallback`. */
const idle = () =>
  new Promise<unknown>((resolve) =>
    'requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, 1_000),
  );

const SHOWN_MS = 12_000;

/** The same thing is told once. */
const tagOf = (followUpId: string, noticeKind: NoticeKind) => `${followUpId} ${noticeKind}`;

/** Tells the user of callers who need a person, and of new follow-ups, on every screen of the console. */
export function Notices() {
  const { t } = useTranslation('notices');
  const { user, connection } = useSession();
  const { tenant } = useTenants();
  const navigate = useNavigate();
  const system = useMemo(() => systemNotices(connection.bridge), [connection]);
  const [choices] = useChoices(connection.bridge !== undefined);

  const tell = ({ kind, followUp, isOwn }: FollowUpEvent) => {
    // Another user, or this one elsewhere, has settled it.
    if (kind === 'SETTLED') for (const each of NOTICE_KINDS) notifications.hide(tagOf(followUp.id, each));
    const noticeKind = noticeKindOf({ kind, followUp, isOwn }, user.id);
    if (!noticeKind || !tenant) return;
    const isUrgent = noticeKind === 'EMERGENCY';
    const title = t(`noticeKind.${noticeKind}`);
    const path = pathOf(noticeKind, followUp);
    const tag = tagOf(followUp.id, noticeKind);
    const open = (to: string) => {
      notifications.hide(tag);
      void navigate(to);
    };
    notifications.show({
      id: tag,
      title,
      ...(isUrgent ? { color: 'red', autoClose: false } : { autoClose: SHOWN_MS }),
      message: (
        <>
          <Text size="sm" c="var(--mantine-color-text)">
            {followUp.title}
          </Text>
          <Anchor
            href={path}
            size="sm"
            underline="always"
            onClick={(event) => {
              event.preventDefault();
              open(path);
            }}
          >
            {t(path === '/follow-ups' ? 'openFollowUps' : 'openCall')}
          </Anchor>
        </>
      ),
    });
    // A user who looks at the console has seen it there; an emergency is worth being told twice.
    if (!system?.isAllowed() || !choices.isOn || (document.hasFocus() && !isUrgent)) return;
    const name = choices.showsNames ? followUp.customer?.name : undefined;
    system.show({ title, body: [tenant.name, name].filter(Boolean).join(' · '), path, tag }, open);
  };
  useFollowUpNews(user.mustChangePassword ? undefined : tenant?.id, tell);
  if (user.role !== 'SUPER_ADMIN' || user.mustChangePassword) return null;
  return (
    <Suspense>
      <LowBalanceNotice system={choices.isOn ? system : undefined} />
    </Suspense>
  );
}
