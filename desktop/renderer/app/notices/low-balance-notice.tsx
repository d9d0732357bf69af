import { useQuery } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../graphql/generated/gql.ts';
import { useFormat } from '../../ui/format.ts';
import type { SystemNotices } from './system-notices.ts';

/**
 * Of its own, so that a page that tells nothing loads nothing of what System and the settings show. Of the balance it
 * has what those have: they share it.
 */
const LOW_BALANCE = graphql(`
  query LowBalance {
    carrierStatus {
      balance {
        balance { minorUnits currency }
        warnBelow { minorUnits currency }
        isLow at
      }
    }
  }
`);

const EVERY_MS = 5 * 60_000;
/** It is still told on System and in the settings. */
const SHOWN_MS = 30_000;
const TAG = 'low balance';
const PATH = '/settings';
/** The day on which this browser's user was told last: once a day is enough. */
const TOLD_KEY = 'kaivox.low-balance-told';

/** Tells a super admin, on every screen, that the account at Vobiz is running out of money. */
export function LowBalanceNotice({ system }: { system: SystemNotices | undefined }) {
  const { t } = useTranslation('notices');
  const { money } = useFormat();
  const navigate = useNavigate();
  const { data } = useQuery(LOW_BALANCE, { pollInterval: EVERY_MS });
  const balance = data?.carrierStatus.balance;
  const left = balance?.isLow ? money(balance.balance) : undefined;
  useEffect(() => {
    if (left === undefined) {
      notifications.hide(TAG);
      return;
    }
    const today = new Date().toISOString().slice(0, 10);
    if (localStorage.getItem(TOLD_KEY) === today) return;
    localStorage.setItem(TOLD_KEY, today);
    const title = t('lowBalance.title');
    const body = t('lowBalance.body', { amount: left });
    const open = (to: string) => {
      notifications.hide(TAG);
      void navigate(to);
    };
    notifications.show({
      id: TAG,
      title,
      color: 'orange',
      autoClose: SHOWN_MS,
      message: (
        <>
          <Text size="sm" c="var(--mantine-color-text)">
            {body}
          </Text>
          <Anchor
            href={PATH}
            size="sm"
            underline="always"
            onClick={(event) => {
              event.preventDefault();
              open(PATH);
            }}
          >
            {t('lowBalance.open')}
          </Anchor>
        </>
      ),
    });
    if (system?.isAllowed() && !document.hasFocus()) system.show({ title, body, path: PATH, tag: TAG }, open);
  }, [left, navigate, system, t]);
  return null;
}
