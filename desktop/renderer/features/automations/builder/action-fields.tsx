import { NumberInput, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { AssigneeSelect } from '../../follow-ups/assignee-select.tsx';
import type { Draft } from './draft.ts';
import { TemplateInput } from './template-input.tsx';
import { WebhookSecret } from './webhook-secret.tsx';

type Props = { form: UseFormReturnType<Draft>; index: number };

/** What one kind of action asks for. */
export function ActionFields({ form, index }: Props) {
  const { t } = useTranslation('automations');
  const at = `actions.${index}` as const;
  const action = form.values.actions[index];
  if (!action) return null;
  switch (action.kind) {
    case 'WEBHOOK':
      return (
        <Stack gap="sm">
          <TemplateInput form={form} path={`${at}.url`} label={t('url')} description={t('urlHelp')} />
          <WebhookSecret form={form} at={at} action={action} />
        </Stack>
      );
    case 'EMAIL':
      return (
        <Stack gap="sm">
          <TextInput label={t('to')} description={t('toHelp')} required {...form.getInputProps(`${at}.to`)} />
          <TemplateInput
            form={form}
            path={`${at}.subject`}
            label={t('subject')}
            description={t('subjectHelp')}
            maxLength={200}
          />
          <TemplateInput
            form={form}
            path={`${at}.body`}
            label={t('body')}
            description={t('bodyHelp')}
            maxLength={10_000}
            hasLines
          />
        </Stack>
      );
    case 'FOLLOW_UP':
      return (
        <Stack gap="sm">
          <TemplateInput
            form={form}
            path={`${at}.title`}
            label={t('followUpTitle')}
            description={t('followUpTitleHelp')}
            maxLength={200}
          />
          <NumberInput
            label={t('dueInHours')}
            description={t('dueInHoursHelp')}
            min={0}
            allowDecimal={false}
            required
            {...form.getInputProps(`${at}.dueInHours`)}
          />
          <AssigneeSelect
            userId={action.assigneeId}
            before={action.assignee}
            error={form.errors[`${at}.assigneeId`]}
            onChange={(userId) => form.setFieldValue(`${at}.assigneeId`, userId ?? '')}
          />
        </Stack>
      );
    case 'TAG_CUSTOMER':
      return (
        <TextInput
          label={t('tagToSet')}
          description={t('tagToSetHelp')}
          required
          maxLength={40}
          {...form.getInputProps(`${at}.tag`)}
        />
      );
    case 'SMS':
      return (
        <Stack gap="sm">
          <Text size="sm">{t('smsHelp')}</Text>
          <TextInput
            label={t('smsTo')}
            description={t('smsToHelp')}
            type="tel"
            {...form.getInputProps(`${at}.smsTo`)}
          />
          <TemplateInput
            form={form}
            path={`${at}.smsText`}
            label={t('smsText')}
            description={t('smsTextHelp')}
            maxLength={1_000}
            hasLines
          />
        </Stack>
      );
  }
}
