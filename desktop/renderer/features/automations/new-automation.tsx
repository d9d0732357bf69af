import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTenant } from '../../app/tenant.tsx';
import { Page } from '../../ui/page.tsx';
import { inputOf } from './builder/automation-input.ts';
import { Builder } from './builder/builder.tsx';
import { newDraft } from './builder/draft.ts';
import { AUTOMATIONS, CREATE } from './operations.ts';

export function Screen() {
  const { t } = useTranslation('automations');
  const { id: tenantId } = useTenant();
  const navigate = useNavigate();
  const [create] = useMutation(CREATE, { refetchQueries: [AUTOMATIONS], awaitRefetchQueries: true });
  const [initial] = useState(newDraft);
  const [madeId, setMadeId] = useState<string>();
  // Only once nothing is unsaved any more, which would be asked about.
  useEffect(() => {
    if (madeId) void navigate(`/automations/${madeId}`, { replace: true });
  }, [madeId, navigate]);
  return (
    <Page title={t('newTitle')} lead={t('newLead')}>
      <Builder
        initial={initial}
        submitLabel={t('create')}
        onSave={async (draft) => {
          const { data } = await create({ variables: { input: { tenantId, ...inputOf(draft) } } });
          setMadeId(data?.createAutomation.id);
          return draft;
        }}
      />
    </Page>
  );
}
