import { Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, so that they can be compared. */
  isFigure?: boolean;
};

type Props<Row> = {
  /** What the rows are, for those who can't see the heading above. */
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The first names the row. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  /** What can be done with a row. */
  actions?: { header: string; of: (row: Row) => ReactNode };
};

/** A table where there is room for one; else a card a row, with the same words. */
export function ResponsiveTable<Row>(props: Props<Row>) {
  const hasRoom = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false });
  return hasRoom ? <AsTable {...props} /> : <AsCards {...props} />;
}

function AsTable<Row>({ label, rows, rowKey, columns: [name, ...others], actions }: Props<Row>) {
  const side = ({ isFigure }: Column<Row>) => (isFigure ? 'right' : 'left');
  return (
    <Table aria-label={label} highlightOnHover verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[name, ...others].map((column) => (
            <Table.Th key={column.key} scope="col" ta={side(column)}>
              {column.header}
            </Table.Th>
          ))}
          {actions && (
            <Table.Th scope="col" ta="right">
              {actions.header}
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={rowKey(row)}>
            <Table.Th scope="row" fw={500}>
              {name.cell(row)}
            </Table.Th>
            {others.map((column) => (
              <Table.Td key={column.key} ta={side(column)}>
                {column.cell(row)}
              </Table.Td>
            ))}
            {actions && <Table.Td ta="right">{actions.of(row)}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const PLAIN_LIST = { listStyle: 'none', padding: 0, margin: 0 } as const;

function AsCards<Row>({ label, rows, rowKey, columns: [name, ...others], actions }: Props<Row>) {
  return (
    <Stack component="ul" gap="sm" aria-label={label} style={PLAIN_LIST}>
      {rows.map((row) => (
        <Paper component="li" key={rowKey(row)} withBorder p="sm">
          <Text component="div" fw={500}>
            {name.cell(row)}
          </Text>
          <Stack component="dl" gap={4} my="xs">
            {others.map((column) => (
              <Group key={column.key} justify="space-between" gap="sm" wrap="nowrap" align="baseline">
                <Text component="dt" size="sm">
                  {column.header}
                </Text>
                <Text component="dd" size="sm" m={0} ta="right" style={{ overflowWrap: 'anywhere' }}>
                  {column.cell(row)}
                </Text>
              </Group>
            ))}
          </Stack>
          {actions?.of(row)}
        </Paper>
      ))}
    </Stack>
  );
}
