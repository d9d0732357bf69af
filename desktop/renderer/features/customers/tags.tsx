import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Tags({ tags }: { tags: readonly string[] }) {
  const { t } = useTranslation('customers');
  if (tags.length === 0) return '–';
  return (
    <Group gap={4} component="ul" p={0} m={0} aria-label={t('tags')} style={{ listStyle: 'none' }}>
      {tags.map((tag) => (
        <Badge key={tag} component="li" variant="default" tt="none">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}
