export const notices = {
  noticeKind: {
    EMERGENCY: 'Emergency on the line',
    HUMAN_REQUESTED: 'A caller asks for a person',
    NEW: 'New follow-up',
    YOURS: 'A follow-up for you',
    DUE: 'A follow-up is due',
  },
  openCall: 'Open the call',
  openFollowUps: 'Open the follow-ups',
  label: 'Notifications',
  system: 'Show outside this window',
  names: 'With the caller’s name',
  denied:
    'The browser does not let KaiVox show notifications. Allow them for this site in the browser’s settings, then switch them on here.',
  lowBalance: {
    title: 'The Vobiz account is running low',
    body: '{{amount}} are left. Without money, calls stop coming.',
    open: 'Open the platform settings',
  },
  count: {
    open_one: '{{count}} open',
    open_other: '{{count}} open',
    overdue_one: '{{count}} overdue',
    overdue_other: '{{count}} overdue',
  },
} as const;
