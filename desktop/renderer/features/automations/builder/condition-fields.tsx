import {
  Fieldset,
  MultiSelect,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { INTENTS } from '../../calls/filters.ts';
import type { Draft } from './draft.ts';

/** All that is filled in must hold. */
export function ConditionFields({
  form,
  isReadOnly,
}: {
  form: UseFormReturnType<Draft>;
  isReadOnly: boolean;
}) {
  const { t } = useTranslation(['automations', 'calls']);
  return (
    <Fieldset legend={t('only')} disabled={isReadOnly}>
      <Stack gap="sm">
        <Text size="sm">{t('onlyHelp')}</Text>
        <MultiSelect
          label={t('intents')}
          description={t('intentsHelp')}
          data={INTENTS.map((value) => ({ value, label: t(`calls:intent.${value}`) }))}
          clearable
          disabled={isReadOnly}
          {...form.getInputProps('intents')}
        />
        {form.values.trigger !== 'HUMAN_REQUESTED' && <AfterTheCall form={form} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="time"
            label={t('from')}
            description={t('timeHelp')}
            {...form.getInputProps('from')}
          />
          <TextInput
            type="time"
            label={t('until')}
            description={t('untilHelp')}
            {...form.getInputProps('until')}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t('customer')}
            description={t('customerHelp')}
            data={(['', 'NEW', 'KNOWN'] as const).map((value) => ({
              value,
              label: t(`customerKind.${value || 'ANY'}`),
            }))}
            {...form.getInputProps('customer')}
          />
          <TextInput
            label={t('tag')}
            description={t('tagHelp')}
            maxLength={40}
            {...form.getInputProps('tag')}
          />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

/** What is known only once the call is over. */
function AfterTheCall({ form }: { form: UseFormReturnType<Draft> }) {
  const { t } = useTranslation('automations');
  const score = { min: -1, max: 1, step: 0.1, decimalScale: 2 };
  const seconds = { min: 0, max: 86_400, allowDecimal: false };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t('scoreMin')}
          description={t('scoreHelp')}
          {...score}
          {...form.getInputProps('scoreMin')}
        />
        <NumberInput
          label={t('scoreMax')}
          description={t('scoreHelp')}
          {...score}
          {...form.getInputProps('scoreMax')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t('secondsMin')}
          description={t('secondsHelp')}
          {...seconds}
          {...form.getInputProps('secondsMin')}
        />
        <NumberInput
          label={t('secondsMax')}
          description={t('secondsHelp')}
          {...seconds}
          {...form.getInputProps('secondsMax')}
        />
      </SimpleGrid>
    </>
  );
}
