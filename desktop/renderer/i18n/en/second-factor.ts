export const secondFactor = {
  title: 'Second factor',
  lead: 'Signing in asks for a code of your authenticator app besides your password: a password alone, guessed or stolen, is then of no use.',
  off: 'You have no second factor: your password is all that it takes to sign in as you.',
  needs:
    'You need an authenticator app, such as Google Authenticator, Microsoft Authenticator, Aegis or your password manager.',
  on: 'Your second factor is on.',
  start: 'Set up a second factor',
  scan: {
    title: 'Scan this with your authenticator app',
    help: 'Open the app, add an account, and point the camera at this picture.',
    picture: 'QR code for your authenticator app',
    byHand: 'No camera at hand? Add an account by hand, time-based, with this secret:',
    secret: 'Secret',
  },
  confirm: {
    code: 'Code from the app',
    help: 'The six digits that the app shows now. They change every 30 seconds.',
    submit: 'Turn on the second factor',
  },
  recovery: {
    title: 'Recovery codes',
    help: 'The second factor is on. Each of these codes lets you sign in once without the app, should you lose it. Keep them where nobody else finds them: they are shown this once.',
    download: 'Download',
    file: 'KaiVox recovery codes of {{email}}. Each is good for one sign-in.',
    kept: 'I have stored these codes',
    done: 'Done',
  },
  again: {
    title: 'Once more: a code',
    help: 'What you are about to do can’t be undone, or takes everything along. You aren’t asked again for five minutes.',
    submit: 'Go on',
  },
  required: {
    title: 'Set up a second factor',
    help: 'Super admins need a second factor here. Set yours up; then you can go on.',
  },
  turnOff: {
    title: 'Turn it off',
    help: 'To change to another telephone or app: turn it off here, and set it up again with the new one. The recovery codes become void.',
    password: 'Your password',
    passwordHelp: 'The one that you sign in with.',
    code: 'Code',
    submit: 'Turn off the second factor',
    done: 'The second factor is off.',
  },
} as const;
