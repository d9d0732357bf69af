import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { phoneText, useFormat } from '../../ui/format.ts';
import type { PhoneNumber } from './operations.ts';

/** What a number costs, and with which key its recordings are fetched. */
export function NumberFacts({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const format = useFormat();
  const { monthlyFee, nextBillingAt, hasProviderApiKey, source, status, forwardedFrom } = number;
  const forwarding = forwardedFrom ? [{ name: t('forwarded.fact'), text: phoneText(forwardedFrom) }] : [];
  const money =
    source === 'OWN'
      ? [
          { name: t('facts.billing'), text: t('facts.billedToOwner') },
          { name: t('facts.key'), text: t(hasProviderApiKey ? 'facts.keyStored' : 'facts.keyMissing') },
        ]
      : [
          {
            name: t('facts.fee'),
            text: monthlyFee ? t('facts.monthly', { fee: format.money(monthlyFee) }) : t('facts.notTold'),
          },
          // What is being given back isn't billed again.
          ...(status === 'RELEASING'
            ? []
            : [
                {
                  name: t('facts.nextBilling'),
                  text: nextBillingAt ? format.date(nextBillingAt) : t('facts.notTold'),
                },
              ]),
        ];
  return (
    <Group component="dl" gap="xl" m={0} style={{ rowGap: 8 }}>
      {[...forwarding, ...money].map(({ name, text }) => (
        <div key={name}>
          <Text component="dt" size="xs">
            {name}
          </Text>
          <Text component="dd" m={0} size="sm" fw={500}>
            {text}
          </Text>
        </div>
      ))}
    </Group>
  );
}
