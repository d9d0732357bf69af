import { useMutation } from '@apollo/client/react';
import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../ui/states.tsx';
import { RETRY_NUMBER } from './operations.ts';
import { type StepState, stepsOf } from './order-steps.ts';
import { isUnderWay, type Order } from './use-order.ts';

const PLAIN_LIST = { listStyle: 'none', padding: 0, margin: 0 } as const;

/** An order, step by step, told to screen readers as it goes on. */
export function OrderProgress({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const [retry, { loading, error }] = useMutation(RETRY_NUMBER);
  const numberId = order.phoneNumber?.id;
  const steps = stepsOf(order);
  const isUnconnected = steps.some(({ name, state }) => name === 'connected' && state === 'failed');
  return (
    <Stack gap="sm">
      <Stack component="ol" gap="sm" style={PLAIN_LIST} aria-label={t('progress.label')} aria-live="polite">
        {steps.map(({ name, state, reason }) => (
          <Group component="li" key={name} gap="sm" wrap="nowrap" align="flex-start">
            <StepMark state={state} />
            <div>
              <Text fw={500}>{t(`progress.${name}.${state}`)}</Text>
              {reason && <Text size="sm">{reason}</Text>}
            </div>
          </Group>
        ))}
      </Stack>
      {isUnderWay(order) && <Text size="sm">{t('progress.goesOn')}</Text>}
      {isUnconnected && numberId && (
        <Button
          variant="default"
          loading={loading}
          onClick={() => void retry({ variables: { id: numberId } }).catch(() => undefined)}
        >
          {t('progress.retry')}
        </Button>
      )}
      {error && <Failed error={error} />}
    </Stack>
  );
}

/** The words beside it say the same. */
function StepMark({ state }: { state: StepState }) {
  const at = { size: 20, 'aria-hidden': true, style: { flexShrink: 0, marginTop: 2 } } as const;
  switch (state) {
    case 'waiting':
      return <IconCircleDashed {...at} />;
    case 'running':
      return <Loader size={20} aria-hidden style={at.style} />;
    case 'uncertain':
      return <IconQuestionMark {...at} color="var(--mantine-color-orange-text)" />;
    case 'done':
      return <IconCheck {...at} color="var(--mantine-color-teal-text)" />;
    case 'failed':
      return <IconX {...at} color="var(--mantine-color-red-text)" />;
  }
}
