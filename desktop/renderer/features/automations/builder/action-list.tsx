import { Button, Fieldset, Group, Menu, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActionFields } from './action-fields.tsx';
import { ACTION_KINDS, type Draft, newAction } from './draft.ts';

const MOST_ACTIONS = 10;

/** What is done, in this order. */
export function ActionList({ form, isReadOnly }: { form: UseFormReturnType<Draft>; isReadOnly: boolean }) {
  const { t } = useTranslation('automations');
  const { actions } = form.values;
  return (
    <Fieldset legend={t('so')} disabled={isReadOnly}>
      <Stack gap="md">
        <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('so')}>
          {actions.map(({ key, kind }, index) => (
            <li key={key}>
              <Group justify="space-between" mb="xs">
                <Text fw={600}>{t('actionNumbered', { number: index + 1, kind: t(`kind.${kind}`) })}</Text>
                {!isReadOnly && actions.length > 1 && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('removeNamed', { number: index + 1, kind: t(`kind.${kind}`) })}
                    onClick={() => form.removeListItem('actions', index)}
                  >
                    {t('remove')}
                  </Button>
                )}
              </Group>
              <ActionFields form={form} index={index} />
            </li>
          ))}
        </Stack>
        {!isReadOnly && actions.length < MOST_ACTIONS && (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('addAction')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {ACTION_KINDS.map((kind) => (
                <Menu.Item key={kind} onClick={() => form.insertListItem('actions', newAction(kind))}>
                  {t(`kind.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Stack>
    </Fieldset>
  );
}
