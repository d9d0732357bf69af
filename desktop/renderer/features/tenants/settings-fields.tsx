import {
  Alert,
  Fieldset,
  NumberInput,
  Radio,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { BOUNDS, type TypedSettings } from './typed-settings.ts';

type Props = { form: UseFormReturnType<TypedSettings> };

const POLICIES = ['ACCEPT_UNSIGNED', 'REQUIRE_SIGNED'] as const;

/** Vobiz signs all webhooks of an account or none: a week without one tells. */
const LATELY_MS = 7 * 24 * 60 * 60_000;

/** @param signedAt when a signed webhook last came */
export function SignatureFields({ form, signedAt }: Props & { signedAt: string | null }) {
  const { t } = useTranslation('tenants');
  const isSigned = signedAt !== null && Date.now() - Date.parse(signedAt) < LATELY_MS;
  return (
    <Stack gap="sm">
      <Policies form={form} />
      {form.values.signaturePolicy === 'REQUIRE_SIGNED' && !isSigned && (
        <Alert color="orange" role="status" icon={<IconAlertTriangle size={16} aria-hidden />}>
          {t('settings.neverSigned')}
        </Alert>
      )}
    </Stack>
  );
}

function Policies({ form }: Props) {
  const { t } = useTranslation('tenants');
  return (
    <Radio.Group
      label={t('settings.signature')}
      description={t('settings.signatureHelp')}
      {...form.getInputProps('signaturePolicy')}
    >
      <Stack gap="sm" mt="xs">
        {POLICIES.map((policy) => (
          <Radio
            key={policy}
            value={policy}
            label={t(`settings.${policy}`)}
            description={t(`settings.${policy}_help`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function RetentionFields({ form }: Props) {
  const { t } = useTranslation('tenants');
  const days = {
    placeholder: t('settings.forever'),
    suffix: t('settings.days'),
    min: 1,
    max: 36_500,
    allowDecimal: false,
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NumberInput
        label={t('settings.transcripts')}
        description={t('settings.transcriptsHelp')}
        {...days}
        {...form.getInputProps('transcriptRetentionDays')}
      />
      <NumberInput
        label={t('settings.recordings')}
        description={t('settings.recordingsHelp')}
        {...days}
        {...form.getInputProps('recordingRetentionDays')}
      />
    </SimpleGrid>
  );
}

/** Whether calls are recorded, and what callers are told before. */
export function RecordingFields({ form }: Props) {
  const { t } = useTranslation('tenants');
  return (
    <Stack gap="sm">
      <Switch
        label={t('settings.record')}
        description={t('settings.recordHelp')}
        {...form.getInputProps('recordCalls', { type: 'checkbox' })}
      />
      <TextInput
        label={t('settings.notice')}
        description={t('settings.noticeHelp')}
        maxLength={300}
        disabled={!form.values.recordCalls}
        {...form.getInputProps('recordingNotice')}
      />
    </Stack>
  );
}

/** @param spent tokens, since midnight on the business's clock */
export function AnalysisFields({ form, spent }: Props & { spent: number }) {
  const { t } = useTranslation('tenants');
  const { number } = useFormat();
  return (
    <Stack gap={4}>
      <NumberInput
        label={t('settings.tokens')}
        description={t('settings.tokensHelp')}
        min={0}
        max={1_000_000_000}
        allowDecimal={false}
        thousandSeparator=","
        thousandsGroupStyle="lakh"
        {...form.getInputProps('analysisTokensADay')}
      />
      <Text size="sm">{t('settings.tokensToday', { amount: number(spent) })}</Text>
    </Stack>
  );
}

/** What strangers may send to this business at most: for super admins. */
export function BoundFields({ form }: Props) {
  const { t } = useTranslation('tenants');
  return (
    <Fieldset legend={t('bounds.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('bounds.help')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {BOUNDS.map((bound) => (
            <NumberInput
              key={bound}
              label={t(`bounds.${bound}`)}
              description={t(`bounds.${bound}_help`)}
              min={0}
              max={bound === 'newCallsAMinute' || bound === 'callsAtOnce' ? 100_000 : 1_000_000_000}
              allowDecimal={false}
              thousandSeparator=","
              thousandsGroupStyle="lakh"
              {...form.getInputProps(bound)}
            />
          ))}
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}
