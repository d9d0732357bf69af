import { expect, test } from 'vitest';
import { toE164 } from '../../../../server/infra/phone-number.ts';
import { DEMO_OFFERS } from '../../../../server/telephony/demo/demo-offers.ts';

test('there are a few hundred numbers, each once, valid, and at a price, in all 22 circles', () => {
  expect(DEMO_OFFERS).toHaveLength(330);
  expect(new Set(DEMO_OFFERS.map(({ e164 }) => e164)).size).toBe(330);
  expect(new Set(DEMO_OFFERS.map(({ region }) => region)).size).toBe(22);
  for (const { e164, monthlyFee, setupFee } of DEMO_OFFERS) {
    expect(toE164(e164)).toBe(e164);
    expect(monthlyFee.minorUnits).toBeGreaterThan(0);
    expect(setupFee.minorUnits).toBeGreaterThanOrEqual(0);
  }
});

test('they are the same each time', () => {
  expect(DEMO_OFFERS[0]).toMatchInlineSnapshot(`
    {
      "country": "IN",
      "e164": "+914061010101",
      "isForSale": true,
      "minimumCommitmentMonths": 6,
      "monthlyFee": {
        "currency": "INR",
        "minorUnits": 99900,
      },
      "needsAadhaar": false,
      "region": "Andhra Pradesh & Telangana",
      "setupFee": {
        "currency": "INR",
        "minorUnits": 99900,
      },
      "sms": false,
      "voice": true,
    }
  `);
  expect(DEMO_OFFERS[329]).toMatchInlineSnapshot(`
    {
      "country": "IN",
      "e164": "+913536435652",
      "isForSale": true,
      "minimumCommitmentMonths": 0,
      "monthlyFee": {
        "currency": "INR",
        "minorUnits": 29950,
      },
      "needsAadhaar": false,
      "region": "West Bengal",
      "setupFee": {
        "currency": "INR",
        "minorUnits": 19900,
      },
      "sms": true,
      "voice": true,
    }
  `);
});
