import { useQuery } from '@apollo/client/react';
import { Alert, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useTenant } from '../../app/tenant.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { Editor } from './editor.tsx';
import { HoursSummary } from './opening-hours/hours-summary.tsx';
import { PERSONA } from './operations.ts';
import { PersonaFields } from './persona-fields.tsx';
import { type PersonaText, textOf } from './persona-text.ts';
import { Preview } from './preview.tsx';
import { Versions } from './versions.tsx';
import { VoiceFields } from './voice-fields.tsx';

/** What was typed and not saved, by tenant: who looks at another one in between finds it again. */
type Drafts = Map<string, PersonaText>;

export function Screen() {
  const { t } = useTranslation(['persona', 'common']);
  const tenant = useTenant();
  const { user } = useSession();
  const [drafts] = useState<Drafts>(() => new Map());
  const { data, error, refetch } = useQuery(PERSONA, { variables: { tenantId: tenant.id } });
  if (!data && !error) return <PageSkeleton rows={8} />;
  const persona = data?.tenant.persona;
  return (
    <Page title={t('common:nav.persona')} lead={t('lead', { tenant: tenant.name })}>
      {!persona && <Failed error={error} retry={() => void refetch()} />}
      {persona && user.role !== 'TENANT_STAFF' && (
        <Editor key={tenant.id} tenantId={tenant.id} persona={persona} drafts={drafts} />
      )}
      {persona && user.role === 'TENANT_STAFF' && (
        <Stack>
          <Alert>{t('readOnly')}</Alert>
          <Preview persona={persona} />
          <PersonaFields values={textOf(persona)} />
          <VoiceFields values={persona} />
          <HoursSummary persona={persona} />
          <Versions tenantId={tenant.id} current={persona} />
        </Stack>
      )}
    </Page>
  );
}
