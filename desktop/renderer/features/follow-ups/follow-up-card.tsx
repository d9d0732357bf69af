import { Collapse, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FollowUpStatus } from '../../graphql/generated/graphql.ts';
import { DueText } from './due-text.tsx';
import { FollowUpDetails } from './follow-up-details.tsx';
import { FollowUpLinks } from './follow-up-links.tsx';
import type { FollowUp } from './operations.ts';
import { SettleButtons } from './settle-buttons.tsx';
import { titleId } from './use-follow-up-keys.ts';

type Props = {
  followUp: FollowUp;
  now: Date;
  onSettle: (status: FollowUpStatus) => void;
  onFocus: () => void;
};

/** One thing to do: what, by when and for whom at a glance; the rest on opening it. */
export function FollowUpCard({ followUp, now, onSettle, onFocus }: Props) {
  const { t } = useTranslation('followUps');
  const [isOpen, { toggle }] = useDisclosure(false);
  const { id, title, reason, assignee } = followUp;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Paper component="li" withBorder p="sm" onFocus={onFocus}>
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={2} fz="md" style={{ flex: '1 1 16rem', overflowWrap: 'anywhere' }}>
            <UnstyledButton
              id={titleId(id)}
              onClick={toggle}
              aria-expanded={isOpen}
              fw={600}
              style={{ display: 'flex', gap: 6, alignItems: 'flex-start' }}
            >
              <Chevron size={18} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
              {title}
            </UnstyledButton>
          </Title>
          <SettleButtons followUp={followUp} onSettle={onSettle} />
        </Group>
        <Group gap="md" pl={24} style={{ rowGap: 4 }}>
          <DueText followUp={followUp} now={now} />
          <Text size="sm">{t(`reason.${reason}`)}</Text>
          <Text size="sm">{assignee ? t('assignedTo', { name: assignee.name }) : t('unassigned')}</Text>
          <FollowUpLinks followUp={followUp} />
        </Group>
        <Collapse expanded={isOpen} pl={24}>
          {isOpen && <FollowUpDetails followUp={followUp} />}
        </Collapse>
      </Stack>
    </Paper>
  );
}
