import type { Line } from '../briefing.ts';

/**
 * What the scripted receptionist says in several ways. It keeps no state: what it asked, offered or noted earlier in
 * a call is told from these words in its own lines, so each stands in them as it stands here.
 */
export const asking = {
  APPOINTMENT: [
    'What is the appointment for, and which day and time would suit you?',
    'Please tell me what the appointment is for, and when you would like to come.',
    'What should I note: what is it for, and for which day?',
  ],
  PURPOSE: [
    'And what is the appointment for?',
    'Could you tell me what the appointment is for, or whom you would like to see?',
    'What should I write down as the reason for your visit?',
  ],
  WHEN: [
    'Which day and time would suit you?',
    'When would you like to come?',
    'Please tell me a day and a time that I can note.',
  ],
  WHICH: [
    'Which appointment is it: for what day, and with whom?',
    'For what day was the appointment, or with which doctor?',
    'Please tell me the day of the appointment.',
  ],
  CHANGE: [
    'Which appointment is it, and which day and time would suit you instead?',
    'Please tell me for when the appointment is now, and when you would like to come.',
    'To which day would you like to move it?',
  ],
  REASON: [
    'What is it about?',
    'Could you tell me in a few words what it is about?',
    'What should I write in the message?',
  ],
  STORY: [
    'Please tell me what happened.',
    'Could you tell me a little more about it?',
    'What should I pass on about it?',
  ],
  NAME: ['May I have your name, please?', 'Could you tell me your name, please?', 'What name should I note?'],
} as const;
export type Question = keyof typeof asking;

export const offering = {
  MESSAGE: [
    'Shall I take a message, so that someone can call you back?',
    'Would you like someone to call you back about it?',
    'If you like, I can ask someone to call you back. Shall I do that?',
  ],
  APPOINTMENT: [
    'Shall I note a request for an appointment?',
    'Would you like me to note a request for an appointment?',
    'May I take down an appointment request for you?',
  ],
  PERSON: [
    'Shall I ask a person to call you back at once?',
    'Would you like a person to call you back right away?',
    'May I ask a person to call you immediately?',
  ],
} as const;
export type Offer = keyof typeof offering;

/** After one of these a request is closed: it is with the business. */
export const noted = {
  CONFIRM: ['A person will call you back to confirm it.', 'Someone from our team will call you to confirm.'],
  CALL_BACK: ['Someone will call you back about it.', 'A person from our team will call you about it.'],
  AT_ONCE: ['A person will call you back as soon as possible.', 'Someone will call you as soon as they can.'],
} as const;

export const dropped = ['All right, I will leave that.', 'No problem, I have dropped that.'] as const;

export const anythingElse = [
  'Is there anything else I can help you with?',
  'What else can I do for you?',
  'Can I help you with anything else?',
  'Is there anything else you would like to know?',
] as const;

export const howToHelp = [
  'How can I help you?',
  'What can I do for you?',
  'Please tell me how I can help.',
] as const;

/** Whether one of these ways stands in what was said. */
export const holds = (said: string, ways: readonly string[]): boolean =>
  ways.some((way) => said.includes(way));

/** The next of several ways, given what the receptionist has said in the call. */
export function nextOf(ways: readonly string[], spoken: readonly string[]): string {
  const used = spoken.filter((text) => holds(text, ways)).length;
  return ways[used % ways.length] ?? '';
}

/** The receptionist's own lines, oldest first; what it said in one go is one. */
export function spokenBy(lines: readonly Line[]): string[] {
  const spoken: string[] = [];
  lines.forEach(({ speaker, text }, index) => {
    if (speaker !== 'AGENT') return;
    if (lines[index - 1]?.speaker === 'AGENT') spoken.push(`${spoken.pop() ?? ''} ${text}`);
    else spoken.push(text);
  });
  return spoken;
}
