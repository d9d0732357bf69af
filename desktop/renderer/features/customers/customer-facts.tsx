import { Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import { phoneText, useFormat } from '../../ui/format.ts';
import classes from '../call/call-facts.module.css';
import type { Customer } from './operations.ts';
import { Tags } from './tags.tsx';

/** What is known of a customer by itself. */
export function CustomerFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const { dateTime, number } = useFormat();
  const { phone, tags, firstSeenAt, lastCallAt, callCount } = customer;
  const facts: [string, React.ReactNode][] = [
    [
      t('phone'),
      <Fragment key="phone">
        {phoneText(phone)} <CopyButton value={phone} what={t('phone')} />
      </Fragment>,
    ],
    [t('tags'), <Tags key="tags" tags={tags} />],
    [t('calls'), number(callCount)],
    [t('firstSeen'), dateTime(firstSeenAt)],
    [t('lastCall'), lastCallAt ? dateTime(lastCallAt) : '–'],
  ];
  return (
    <section aria-labelledby="customer-facts">
      <Title order={2} id="customer-facts" mb="xs">
        {t('facts')}
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
    </section>
  );
}
