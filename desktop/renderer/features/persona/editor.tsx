import { useMutation } from '@apollo/client/react';
import { Alert, Grid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';
import { UnsavedChanges } from '../../ui/unsaved-changes.tsx';
import { OpeningHours } from './opening-hours/opening-hours.tsx';
import { UPDATE } from './operations.ts';
import { PersonaFields } from './persona-fields.tsx';
import { changedFields, changesOf, isField, type PersonaText, textOf } from './persona-text.ts';
import { Preview } from './preview.tsx';
import { rebased } from './rebased.ts';
import { SaveBar } from './save-bar.tsx';
import { TestCall } from './test-call/test-call.tsx';
import { Versions } from './versions.tsx';
import { VoiceFields } from './voice-fields.tsx';

type Props = {
  tenantId: string;
  persona: PersonaText & { version: number };
  drafts: Map<string, PersonaText>;
};

export function Editor({ tenantId, persona, drafts }: Props) {
  const { t } = useTranslation('persona');
  const [update, { loading }] = useMutation(UPDATE, {
    refetchQueries: ['PersonaOfTenant', 'PersonaVersions'],
  });
  const form = useForm<PersonaText>({ initialValues: drafts.get(tenantId) ?? textOf(persona) });
  const { values } = form;
  const [base, setBase] = useState(persona);
  const [takenOver, setTakenOver] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const changed = changedFields(base, values);

  useEffect(() => void drafts.set(tenantId, values), [drafts, tenantId, values]);

  // A version that came meanwhile: not by this form, but from another user.
  const takeOver = useEffectEvent((current: Props['persona']) => {
    if (current.version === base.version) return;
    const { text, isContested } = rebased(base, values, textOf(current));
    setBase(current);
    setTakenOver(isContested);
    form.setValues(text);
  });
  useEffect(() => takeOver(persona), [persona]);

  const adopt = (saved: Props['persona']) => {
    setBase(saved);
    setTakenOver(false);
    form.setValues(textOf(saved));
  };
  const refused = (error: unknown): Failure => {
    const refusal = failureOf(error);
    if (isField(refusal.field)) form.setFieldError(refusal.field, refusal.message);
    return refusal;
  };
  const save = async () => {
    if (changed.length === 0 || loading) return;
    setFailure(undefined);
    form.clearErrors();
    try {
      const { data } = await update({ variables: { tenantId, input: changesOf(base, values) } });
      if (!data) return;
      const { version } = data.updatePersona;
      adopt(data.updatePersona);
      notifications.show({ message: t(version === base.version ? 'save.same' : 'save.done', { version }) });
    } catch (error) {
      if (!isField(refused(error).field)) setFailure(error);
    }
  };
  const discard = () => {
    form.setValues(textOf(base));
    form.clearErrors();
    setFailure(undefined);
  };
  useHotkeys([['mod+S', () => void save()]], []);

  return (
    <>
      <UnsavedChanges areThere={changed.length > 0} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <Stack>
              {takenOver && <Alert color="yellow">{t('save.taken', { version: base.version })}</Alert>}
              <PersonaFields
                values={values}
                errors={form.errors}
                onChange={(field, text) => form.setFieldValue(field, text)}
              />
              <VoiceFields
                values={values}
                errors={form.errors}
                onChange={(change) => form.setValues(change)}
              />
              <OpeningHours
                values={values}
                errors={form.errors}
                onHours={(hours) => form.setFieldValue('hours', hours)}
                onOutside={(outside) => form.setFieldValue('outsideHours', outside)}
                onGreeting={(greeting) => form.setFieldValue('closedGreeting', greeting)}
              />
              {failure !== undefined && <Failed error={failure} />}
              <SaveBar changed={changed} isSaving={loading} onDiscard={discard} />
            </Stack>
          </form>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack>
            <Preview persona={values} />
            <TestCall tenantId={tenantId} draft={values} onRefused={refused} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Versions tenantId={tenantId} current={base} editing={{ hasChanges: changed.length > 0, adopt }} />
    </>
  );
}
