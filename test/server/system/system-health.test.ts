import { expect, test } from 'vitest';
import { type HealthFacts, healthOf, SYSTEM_PARTS } from '../../../server/system/system-health.ts';

const well: HealthFacts = {
  databaseMs: 1,
  isListening: true,
  reached: { outcome: 'ours' },
  model: { state: 'works', at: new Date() },
  deadJobs: 0,
  droppedWebhooks: 0,
  spooledWebhooks: 0,
  isFlooded: false,
};

test('where nothing is wrong, nothing is said to be', () => {
  expect(healthOf(well).map(({ status }) => status)).toEqual(Array(SYSTEM_PARTS.length).fill('PASS'));
});

test.each<[string, Partial<HealthFacts>, string]>([
  ['DATABASE', { databaseMs: 900 }, 'WARN'],
  ['NOTIFICATIONS', { isListening: false }, 'FAIL'],
  ['PUBLIC_ADDRESS', { reached: { outcome: 'another', status: 200 } }, 'FAIL'],
  ['PUBLIC_ADDRESS', { reached: { outcome: 'no answer', reason: 'ECONNREFUSED' } }, 'FAIL'],
  ['LANGUAGE_MODEL', { model: { state: 'not configured' } }, 'WARN'],
  ['LANGUAGE_MODEL', { model: { state: 'fails', at: new Date(), kind: 'refused' } }, 'FAIL'],
  ['JOBS', { deadJobs: 1 }, 'WARN'],
  ['WEBHOOK_LOG', { droppedWebhooks: 3 }, 'WARN'],
  ['WEBHOOK_SPOOL', { spooledWebhooks: 1 }, 'WARN'],
  ['BOUNDS', { isFlooded: true }, 'WARN'],
])('%s shows %j as %s, and nothing else does', (part, facts, status) => {
  const ill = healthOf({ ...well, ...facts }).filter((each) => each.status !== 'PASS');
  expect(ill).toEqual([{ part, status }]);
});
