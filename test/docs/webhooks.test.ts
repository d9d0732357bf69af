import { expect, test } from 'vitest';
import { retryAfterMs } from '../../server/automations/deliveries/delivery-schedule.ts';
import { webhookPayload } from '../../server/automations/deliveries/webhook-payload.ts';
import { signatureHeader } from '../../server/automations/deliveries/webhook-signature.ts';
import { Secret } from '../../server/infra/secrets.ts';
import { factsWith } from '../server/automations/facts.ts';
import { differences } from './api-examples.ts';
import { blocksOf, textOf } from './markdown.ts';

const page = textOf('docs/webhooks.md');

test('the body that is shown is one that is sent', () => {
  const shown: unknown = JSON.parse(
    blocksOf('docs/webhooks.md').find(({ info }) => info === 'json')?.text ?? '',
  );
  const delivery = { id: 'd', type: 'CALL_COMPLETED', createdAt: new Date() } as const;
  const sent: unknown = JSON.parse(JSON.stringify(webhookPayload(factsWith(), delivery)));
  expect(differences(shown, sent)).toEqual([]);
});

test('the signature that is shown is right', () => {
  const header = signatureHeader(
    new Secret('whsec_kaivox'),
    '{"id":"1","type":"CALL_COMPLETED"}',
    new Date(1_763_980_200_000),
  );
  expect(page).toContain(`\n${header}\n`);
});

test('retries are made when the page says', () => {
  const [, said = ''] = /attempted again: after (.*?)\. That is/.exec(page) ?? [];
  const units: Record<string, number> = { s: 1_000, min: 60_000, h: 3_600_000 };
  const pauses = [...said.matchAll(/(\d+) (s|min|h)\b/g)].map(
    ([, amount, unit = '']) => Number(amount) * (units[unit] ?? 0),
  );
  expect([...pauses.keys()].map((place) => retryAfterMs(place + 1))).toEqual(pauses);
  expect(retryAfterMs(pauses.length + 1)).toBeUndefined();
  expect(page).toContain(`That is ${pauses.length + 1} attempts`);
});
