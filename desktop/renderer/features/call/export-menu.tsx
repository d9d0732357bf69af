import { Button, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { callerOf } from '../calls/caller.ts';
import { callJson, callText, fileName, transcriptText, type Words } from './exported.ts';
import type { Call } from './operations.ts';
import { saveFile } from './save-file.ts';

/** A call to take elsewhere. */
export function ExportMenu({ call }: { call: Call }) {
  const { t } = useTranslation(['call', 'common']);
  const { dateTime, time, duration } = useFormat();
  const { copy } = useClipboard();
  const words: Words = {
    caller: callerOf(call) ?? t('common:anonymous'),
    speaker: { AGENT: t('speaker.AGENT'), CALLER: t('speaker.CALLER') },
    dateTime,
    time,
    duration,
  };
  const copyTranscript = () => {
    copy(transcriptText(call, words));
    notifications.show({ message: t('export.copied') });
  };
  const saveText = () => saveFile(fileName(call, 'txt'), 'text/plain', callText(call, words));
  const saveJson = () => saveFile(fileName(call, 'json'), 'application/json', callJson(call));
  return (
    <>
      <Button variant="default" onClick={copyTranscript} disabled={call.turns.length === 0}>
        {t('export.copy')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
            {t('export.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={saveText}>{t('export.text')}</Menu.Item>
          <Menu.Item onClick={saveJson}>{t('export.json')}</Menu.Item>
          <Menu.Item onClick={() => window.print()}>{t('export.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
