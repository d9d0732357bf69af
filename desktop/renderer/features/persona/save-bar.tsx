import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Field } from './persona-text.ts';

type Props = { changed: readonly Field[]; isSaving: boolean; onDiscard: () => void };

/** Stays in sight while there is something to save. */
export function SaveBar({ changed, isSaving, onDiscard }: Props) {
  const { t, i18n } = useTranslation(['persona', 'common']);
  const list = new Intl.ListFormat(i18n.language);
  const hasChanges = changed.length > 0;
  return (
    <Paper withBorder p="sm" pos={hasChanges ? 'sticky' : 'static'} bottom={8} style={{ zIndex: 2 }}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" role="status" flex={1} miw={160}>
          {hasChanges
            ? t('save.unsaved', { fields: list.format(changed.map((field) => t(`field.${field}`))) })
            : t('save.clean')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onDiscard} disabled={!hasChanges || isSaving}>
            {t('save.discard')}
          </Button>
          <Button type="submit" loading={isSaving} disabled={!hasChanges}>
            {t('common:action.save')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
