import { expect, test } from 'vitest';
import { requestsTaken } from '../../../server/language-model/message-taken.ts';
import { aCall } from './scripted/receptionist.ts';

test.each([
  {
    says: ['I want to book an appointment', 'a scan, on Monday morning', 'my name is Priya', 'no'],
    taken: [
      {
        kind: 'APPOINTMENT',
        name: 'Priya',
        wish: 'I want to book an appointment; a scan, on Monday morning',
      },
    ],
  },
  {
    says: ['appointment for a scan tomorrow', 'Priya', 'actually make it Friday'],
    taken: [
      {
        kind: 'APPOINTMENT',
        name: 'Priya',
        wish: 'appointment for a scan tomorrow; actually make it Friday',
      },
    ],
  },
  {
    says: ['cancel my appointment on Monday', "I'm Pooja", 'and I want to book a scan for Friday'],
    taken: [
      { kind: 'CANCELLATION', name: 'Pooja', wish: 'cancel my appointment on Monday' },
      { kind: 'APPOINTMENT', name: 'Pooja', wish: 'and I want to book a scan for Friday' },
    ],
  },
  {
    says: ['do you do MRI scans', 'yes', 'Deepa', 'bye'],
    taken: [{ kind: 'CALL_BACK', name: 'Deepa', wish: 'do you do MRI scans' }],
  },
  {
    says: ['my wife is bleeding heavily', 'she is pregnant', 'yes', 'Rahul'],
    taken: [{ kind: 'CALL_BACK', name: 'Rahul', wish: 'my wife is bleeding heavily' }],
  },
  {
    says: ['the nurse was rude to me', 'what are your timings', 'Fatima', 'my number is 98765 43210'],
    taken: [
      { kind: 'CALL_BACK', name: 'Fatima', wish: 'the nurse was rude to me; my number is 98765 43210' },
    ],
  },
  {
    says: ['I want to talk to a doctor'],
    taken: [{ kind: 'CALL_BACK', wish: 'I want to talk to a doctor' }],
  },
  { says: ['I want to talk to a doctor', 'never mind', 'no'], taken: [] },
  { says: ['do you do MRI scans', 'no', 'no'], taken: [] },
  { says: ['what are your timings', 'thank you, bye'], taken: [] },
] as const)('$says leaves $taken', async ({ says, taken }) => {
  const call = aCall();
  for (const words of says) await call.say(words);
  expect(requestsTaken(call.lines)).toEqual(taken);
});

test("of a language model's call, what the caller stated themselves", () => {
  expect(
    requestsTaken([
      { speaker: 'AGENT', text: 'Hello!' },
      { speaker: 'CALLER', text: 'I would like an appointment with Dr. Rao on Monday' },
      { speaker: 'AGENT', text: 'Gladly. Who is calling?' },
      { speaker: 'CALLER', text: 'My name is Kavya.' },
      { speaker: 'AGENT', text: 'Noted, Kavya. The reception will confirm.' },
    ]),
  ).toEqual([
    { kind: 'APPOINTMENT', name: 'Kavya', wish: 'I would like an appointment with Dr. Rao on Monday' },
  ]);
});
