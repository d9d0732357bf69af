import { Alert, Button, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A page that breaks shows that it did; the navigation stays usable. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

/** Mostly a part that an update of the server has taken away: only a page that is loaded anew finds the new one. */
function Broken() {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert">
      <Stack align="flex-start" gap="sm">
        <Text>{t('state.broken')}</Text>
        <Button size="xs" variant="default" onClick={() => window.location.reload()}>
          {t('state.reload')}
        </Button>
      </Stack>
    </Alert>
  );
}
