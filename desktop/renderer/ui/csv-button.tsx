import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graphql/errors.ts';
import { saveText } from './save-text.ts';

type Props = {
  /** Of the file, before its day. */
  name: string;
  label: string;
  /** What is said once it is saved. */
  saved: (file: string) => string;
  fetch: () => Promise<string | undefined>;
};

/** Something for a spreadsheet, fetched when it is asked for. */
export function CsvButton({ name, label, saved, fetch }: Props) {
  const { t } = useTranslation();
  const [isFetching, setFetching] = useState(false);
  const save = async () => {
    setFetching(true);
    try {
      const csv = await fetch();
      if (csv === undefined) return;
      const file = `${name}-${new Date().toISOString().slice(0, 10)}.csv`;
      saveText(file, 'text/csv', csv);
      notifications.show({ message: saved(file) });
    } catch (error) {
      const { message } = failureOf(error);
      notifications.show({ color: 'red', message: message ?? t('state.failed') });
    } finally {
      setFetching(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={isFetching}
      onClick={() => void save()}
    >
      {label}
    </Button>
  );
}
