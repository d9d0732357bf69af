import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { phoneText, useFormat } from '../../ui/format.ts';
import { type Column, ResponsiveTable } from '../../ui/responsive-table.tsx';
import { DemoMark } from '../number-orders/demo-mark.tsx';
import type { Offer } from './operations.ts';

type Props = { offers: readonly Offer[]; onBuy: (offer: Offer) => void };

/** What is for sale. */
export function Offers({ offers, onBuy }: Props) {
  const { t } = useTranslation('marketplace');
  const { money } = useFormat();
  const columns: [Column<Offer>, ...Column<Offer>[]] = [
    {
      key: 'number',
      header: t('columns.number'),
      cell: ({ e164, demo }) => (
        <Group gap="xs" wrap="nowrap">
          <Text span inherit style={{ whiteSpace: 'nowrap' }}>
            {phoneText(e164)}
          </Text>
          {demo && <DemoMark />}
        </Group>
      ),
    },
    {
      key: 'region',
      header: t('columns.region'),
      cell: ({ region, country }) => region ?? country,
    },
    {
      key: 'capabilities',
      header: t('columns.capabilities'),
      cell: ({ voice, sms }) =>
        [voice && t('capability.voice'), sms && t('capability.sms')].filter(Boolean).join(', '),
    },
    { key: 'terms', header: t('columns.terms'), cell: (offer) => <Terms offer={offer} /> },
    {
      key: 'price',
      header: t('columns.price'),
      isFigure: true,
      cell: ({ setupFee, monthlyFee }) => (
        <>
          {t('price.setup', { fee: money(setupFee) })}
          <br />
          {t('price.monthly', { fee: money(monthlyFee) })}
        </>
      ),
    },
  ];
  return (
    <ResponsiveTable
      label={t('title')}
      rows={offers}
      rowKey={({ e164 }) => e164}
      columns={columns}
      actions={{
        header: t('columns.actions'),
        of: (offer) => (
          <Button
            size="xs"
            variant="default"
            onClick={() => onBuy(offer)}
            aria-label={t('buy.openNamed', { number: phoneText(offer.e164) })}
          >
            {t('buy.open')}
          </Button>
        ),
      }}
    />
  );
}

/** What comes with the number besides its fees. */
export function Terms({
  offer: { minimumCommitmentMonths, needsAadhaar },
}: {
  offer: Pick<Offer, 'minimumCommitmentMonths' | 'needsAadhaar'>;
}) {
  const { t } = useTranslation('marketplace');
  const terms = [
    minimumCommitmentMonths > 0 && t('terms.commitment', { count: minimumCommitmentMonths }),
    needsAadhaar && t('terms.aadhaar'),
  ].filter((term) => term !== false);
  return terms.length === 0 ? t('terms.none') : terms.join(' · ');
}
