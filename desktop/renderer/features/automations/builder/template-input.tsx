import { useQuery } from '@apollo/client/react';
import { Button, Menu, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconBraces } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELDS } from '../operations.ts';
import type { Draft } from './draft.ts';
import { fieldKey, fitsOneLine } from './template-fields.ts';

type Part = 'url' | 'subject' | 'body' | 'title' | 'smsText';
type Props = {
  form: UseFormReturnType<Draft>;
  path: `actions.${number}.${Part}`;
  label: string;
  description?: string;
  maxLength?: number;
  hasLines?: boolean;
};

/** A text that may hold fields of the call, which a list offers. */
export function TemplateInput({ form, path, label, description, maxLength, hasLines = false }: Props) {
  const { t } = useTranslation('automations');
  const { data } = useQuery(FIELDS);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const fields = (data?.automationFields ?? []).filter(({ name }) => hasLines || fitsOneLine(name));
  const insert = (name: string) => {
    const { value = '', selectionStart, selectionEnd } = input.current ?? {};
    const from = selectionStart ?? value.length;
    const field = `{{${name}}}`;
    form.setFieldValue(path, value.slice(0, from) + field + value.slice(selectionEnd ?? from));
    // After the menu has given the focus back, and the text has been drawn.
    setTimeout(() => {
      input.current?.focus();
      input.current?.setSelectionRange(from + field.length, from + field.length);
    });
  };
  const meaning = (field: { name: string; meaning: string }) => {
    const key = fieldKey(field.name);
    return key ? t(`field.${key}`) : field.meaning;
  };
  const shared = {
    ref: input,
    label,
    required: true,
    ...(description !== undefined && { description }),
    ...(maxLength !== undefined && { maxLength }),
    ...form.getInputProps(path),
  };
  return (
    <Stack gap={4} align="stretch">
      {hasLines ? <Textarea {...shared} autosize minRows={3} maxRows={16} /> : <TextInput {...shared} />}
      <Menu position="bottom-start" width={320} returnFocus={false}>
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconBraces size={12} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            aria-label={t('insertInto', { label })}
          >
            {t('insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {fields.map((field) => (
            <Menu.Item key={field.name} onClick={() => insert(field.name)}>
              <Text size="sm">{meaning(field)}</Text>
              <Text size="xs" ff="monospace">{`{{${field.name}}}`}</Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}
