import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  /** How many there are in all. */
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
};

/** Below what is there of a list: how many there are, and the way to more of them. */
export function ListEnd({ total, hasMore, isLoading, onMore }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed" role="status">
        {t('count', { count: total })}
      </Text>
      {hasMore && (
        <Button variant="default" loading={isLoading} onClick={onMore}>
          {t('action.more')}
        </Button>
      )}
    </Group>
  );
}
