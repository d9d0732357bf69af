import { expect, test } from 'vitest';
import { noticeKindOf, pathOf } from '../../../desktop/renderer/app/notices/notice-kind.ts';

const ME = 'me';
const none = null;
const mine = { id: ME, name: 'Me' };
const another = { id: 'you', name: 'You' };

test.each([
  ['ESCALATED', 'EMERGENCY', false, none, 'EMERGENCY'],
  ['ESCALATED', 'HUMAN_REQUESTED', false, none, 'HUMAN_REQUESTED'],
  ['ESCALATED', 'EMERGENCY', false, another, 'EMERGENCY'],
  ['CREATED', 'CALL', false, none, 'NEW'],
  ['CREATED', 'PERSON', false, mine, 'YOURS'],
  ['CREATED', 'PERSON', false, another, undefined],
  ['CREATED', 'PERSON', true, mine, undefined],
  ['ASSIGNED', 'CALL', false, mine, 'YOURS'],
  ['ASSIGNED', 'CALL', true, mine, undefined],
  ['ASSIGNED', 'CALL', false, another, undefined],
  ['DUE', 'CALL', false, none, 'DUE'],
  ['DUE', 'CALL', false, mine, 'DUE'],
  ['DUE', 'CALL', false, another, undefined],
  ['SETTLED', 'EMERGENCY', false, none, undefined],
  ['CHANGED', 'CALL', false, mine, undefined],
] as const)('%s of %s, own %s, for %j is %s', (kind, reason, isOwn, assignee, noticeKind) => {
  expect(noticeKindOf({ kind, isOwn, followUp: { reason, assignee } }, ME)).toBe(noticeKind);
});

test.each([
  ['EMERGENCY', { id: 'c1' }, '/calls/c1'],
  ['HUMAN_REQUESTED', { id: 'c1' }, '/calls/c1'],
  ['EMERGENCY', null, '/follow-ups'],
  ['NEW', { id: 'c1' }, '/follow-ups'],
  ['DUE', { id: 'c1' }, '/follow-ups'],
] as const)('%s of call %j leads to %s', (noticeKind, call, path) => {
  expect(pathOf(noticeKind, { call })).toBe(path);
});
