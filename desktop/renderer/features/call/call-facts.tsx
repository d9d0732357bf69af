import { Stack, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { phoneText, useFormat } from '../../ui/format.ts';
import classes from './call-facts.module.css';
import { hungUpBy } from './hung-up-by.ts';
import type { Call } from './operations.ts';

/** What the line itself tells of a call. */
export function CallFacts({ call }: { call: Call }) {
  const { t } = useTranslation('call');
  const facts = useFacts(call);
  return (
    <Stack gap="xs" component="section" aria-labelledby="facts-heading">
      <Title order={2} id="facts-heading">
        {t('facts.title')}
      </Title>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" size="sm">
              {value}
            </Text>
          </Fragment>
        ))}
      </dl>
    </Stack>
  );
}

/** What Vobiz charged; what is missing of it, or why it isn't known, in the server's words. */
function costText({ cost, costProblem }: Call, money: ReturnType<typeof useFormat>['money']) {
  const told = [...(cost ? [money(cost)] : []), ...(costProblem ? [costProblem] : [])];
  return told.length === 0 ? undefined : told.join(' · ');
}

function useFacts(call: Call): [string, string][] {
  const { t } = useTranslation('call');
  const { dateTime, duration, money, number } = useFormat();
  const { from, rawFrom, to, endedAt, durationSeconds, hangupCause, hangupSource, personaVersion } = call;
  const party = hungUpBy(call);
  const facts: [string, string | undefined][] = [
    [t('facts.direction'), t(`direction.${call.direction}`)],
    [t('facts.from'), from ? phoneText(from) : (rawFrom ?? t('facts.withheld'))],
    [t('facts.to'), to ? phoneText(to) : undefined],
    [t('facts.startedAt'), dateTime(call.startedAt)],
    [t('facts.endedAt'), endedAt ? dateTime(endedAt) : undefined],
    [t('facts.duration'), typeof durationSeconds === 'number' ? duration(durationSeconds) : undefined],
    [t('facts.hangupCause'), hangupCause ?? undefined],
    [t('facts.hungUpBy'), party ? t(`hungUpBy.${party}`) : (hangupSource ?? undefined)],
    [
      t('facts.persona'),
      personaVersion ? t('facts.version', { version: number(personaVersion) }) : undefined,
    ],
    [t('facts.cost'), costText(call, money)],
    [t('facts.callId'), call.providerCallId],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
