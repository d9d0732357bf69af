import { Box, Code, Group, Stack, Text } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';

/** A secret as a picture for a camera, and as a text for a user who types it. */
export function SecretToScan({ secret, uri }: { secret: string; uri: string }) {
  const { t } = useTranslation('secondFactor');
  return (
    <Stack>
      <Text>{t('scan.help')}</Text>
      {/* Dark on light in either scheme: cameras don't read it the other way round. */}
      <Box p="md" bg="white" w="fit-content" maw="100%" style={{ borderRadius: 8 }}>
        <QRCodeSVG value={uri} size={196} level="M" title={t('scan.picture')} role="img" />
      </Box>
      <Text size="sm">{t('scan.byHand')}</Text>
      <Group gap="xs" role="group" aria-label={t('scan.secret')}>
        <Code fz="md" p="xs" style={{ overflowWrap: 'anywhere' }}>
          {secret.match(/.{1,4}/g)?.join(' ')}
        </Code>
        <CopyButton value={secret} what={t('scan.secret')} />
      </Group>
    </Stack>
  );
}
