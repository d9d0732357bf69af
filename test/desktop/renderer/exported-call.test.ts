import { expect, test } from 'vitest';
import {
  callJson,
  callText,
  fileName,
  transcriptText,
} from '../../../desktop/renderer/features/call/exported.ts';
import type { Call } from '../../../desktop/renderer/features/call/operations.ts';

const call: Call = {
  id: '3f0c5a4e-0000-4000-8000-000000000001',
  status: 'COMPLETED',
  direction: 'INBOUND',
  rawFrom: null,
  from: '+919876543210',
  to: '+917971543252',
  startedAt: '2026-11-24T04:30:00Z',
  endedAt: '2026-11-24T04:31:05Z',
  durationSeconds: 65,
  providerCallId: 'abc',
  hangupCause: null,
  costProblem: null,
  cost: { minorUnits: 65, currency: 'INR' },
  hangupSource: null,
  personaVersion: 3,
  tenant: { id: 't', name: 'Pragati' },
  customer: null,
  analysis: null,
  recordings: [],
  unkeptRecordings: [],
  followUps: [],
  turns: [
    {
      id: '1',
      number: 1,
      speaker: 'AGENT',
      text: 'Hello!',
      at: '04:30:01',
      confidence: null,
      source: 'SCRIPTED',
      replyMs: null,
    },
    {
      id: '2',
      number: 2,
      speaker: 'CALLER',
      text: 'नमस्ते',
      at: '04:30:09',
      confidence: 0.9,
      source: null,
      replyMs: null,
    },
  ],
};
const words = {
  caller: 'Ravi Kumar',
  speaker: { AGENT: 'Receptionist', CALLER: 'Caller' },
  dateTime: (at: string) => `<${at}>`,
  time: (at: string) => at,
  duration: (seconds: number) => `${seconds} s`,
};

test('a transcript is a line each, with its time and speaker', () => {
  expect(transcriptText(call, words)).toBe('04:30:01  Receptionist: Hello!\n04:30:09  Caller: नमस्ते');
});

test('a call as text says whose, when and how long', () => {
  expect(callText(call, words)).toBe(
    'Ravi Kumar · <2026-11-24T04:30:00Z> · 65 s\n\n04:30:01  Receptionist: Hello!\n04:30:09  Caller: नमस्ते\n',
  );
});

test('a call that goes on has no length yet', () => {
  expect(callText({ ...call, durationSeconds: null }, words)).toMatch(
    /^Ravi Kumar · <2026-11-24T04:30:00Z>\n/,
  );
});

test('a call as JSON is what the API has, without the types that only this console asks for', () => {
  expect(JSON.parse(callJson(Object.assign({ __typename: 'Call' }, call)))).toEqual(call);
});

test('files are named by day and call', () => {
  expect(fileName(call, 'txt')).toBe('call-2026-11-24-3f0c5a4e.txt');
});
