export const door = {
  title: 'Webhook addresses',
  help: 'To type into the Vobiz portal, with method POST. The setup guide explains where. Numbers from the marketplace are connected by themselves.',
  field: {
    answer: 'Answer URL',
    fallback: 'Fallback answer URL',
    input: 'Input URL, if the portal asks for one',
    hangup: 'Hangup URL',
  },
  open: {
    state: 'These addresses are answered, whoever calls them.',
    better: 'Safer: addresses with a key, which only Vobiz knows.',
    first:
      'First put these into the portal. They are answered already, and calls that come by them are known to be Vobiz’s.',
    afterwards: 'Then let nothing else in. Until the portal has them, callers would not be answered.',
  },
  keyed: {
    state: 'Only addresses with the key are answered. Keep them as you keep a password.',
    previous: 'Addresses with the previous key are answered until {{until}}.',
  },
  to: {
    KEYED: {
      button: 'Let only addresses with the key in',
      question: 'Let only addresses with the key in?',
      warning:
        'Addresses without the key are refused at once, and calls that are under way by them end. Make sure that the portal has the addresses with the key.',
      confirm: 'Let only these in',
      done: 'Calls to {{name}} are taken only by addresses with the key.',
    },
    OPEN: {
      button: 'Answer addresses without a key',
      question: 'Answer addresses without a key?',
      warning:
        'Whoever knows the name in the addresses could then invent calls, which fill the call log and cost tokens.',
      confirm: 'Answer them',
      done: 'Calls to {{name}} are taken by addresses without a key as well.',
    },
  },
  rotate: {
    button: 'Make a new key',
    question: 'Make a new key?',
    warning:
      'The addresses change. Those with the old key are answered for 24 hours more: put the new ones into the portal before that. Numbers from the marketplace follow by themselves.',
    confirm: 'Make a new key',
    done: 'The addresses of {{name}} have a new key. Put them into the portal within 24 hours.',
  },
} as const;
