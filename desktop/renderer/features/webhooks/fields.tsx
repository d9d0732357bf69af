import { Group, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { Exchange } from './operations.ts';

type Props = { title: string; fields: Exchange['query'] | null; nothing: string };

/** What came, field by field. */
export function Fields({ title, fields, nothing }: Props) {
  const { t } = useTranslation('webhooks');
  const asText = (fields ?? []).map(({ name, values }) => `${name}: ${values?.join(', ') ?? ''}`).join('\n');
  return (
    <section aria-label={title}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Title order={3} fz="md">
          {title}
        </Title>
        {asText !== '' && <CopyButton value={asText} what={title} />}
      </Group>
      {asText === '' ? (
        <Text size="sm">{nothing}</Text>
      ) : (
        <Table aria-label={title} layout="fixed" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('fieldName')}</Table.Th>
              <Table.Th scope="col">{t('fieldValue')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(fields ?? []).map(({ name, values }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500} style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {values?.join(', ') ?? t('noPlainValue')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
