import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Call } from './operations.ts';
import { useNeighbours } from './use-neighbours.ts';

/** From call to call as they stand in the list, also by key. */
export function NeighbourLinks({ call }: { call: Call }) {
  const { t } = useTranslation('call');
  const navigate = useNavigate();
  const { newer, older } = useNeighbours(call.tenant.id, call);
  const open = (id: string | undefined) => () => {
    if (id !== undefined) void navigate(`/calls/${id}`);
  };
  useHotkeys([
    ['k', open(newer)],
    ['[', open(newer)],
    ['j', open(older)],
    [']', open(older)],
    ['u', () => void navigate('/calls')],
  ]);
  return (
    <Group gap={4} role="group" aria-label={t('neighbours')}>
      <Step
        label={t('previous')}
        keys="K"
        icon={IconChevronUp}
        isThere={newer !== undefined}
        go={open(newer)}
      />
      <Step
        label={t('next')}
        keys="J"
        icon={IconChevronDown}
        isThere={older !== undefined}
        go={open(older)}
      />
    </Group>
  );
}

type StepProps = { label: string; keys: string; icon: TablerIcon; isThere: boolean; go: () => void };

function Step({ label, keys, icon: Icon, isThere, go }: StepProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={label}
        aria-keyshortcuts={keys}
        disabled={!isThere}
        onClick={go}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
