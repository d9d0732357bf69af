export const settings = {
  title: 'Platform settings',
  lead: 'The platform’s account at Vobiz, with which numbers are bought for businesses.',
  mode: {
    heading: 'Marketplace',
    DEMO: {
      name: 'Demo marketplace',
      lead: 'Numbers in the marketplace are not real, and nothing is paid. It becomes the real one once both of Vobiz’s credentials are stored.',
    },
    LIVE: {
      name: 'Live marketplace',
      lead: 'Numbers in the marketplace are Vobiz’s own. Buying one debits the platform’s account.',
    },
    open: 'Open the marketplace',
  },
  connection: {
    heading: 'Connection to Vobiz',
    none: 'Not connected: no credentials are stored.',
    unchecked: 'The credentials have not been checked yet.',
    status: { CONNECTED: 'Connected', REFUSED: 'Refused', UNVERIFIED: 'Not verified' },
    checked: 'Checked {{time}}',
    check: 'Check again',
  },
  credentials: {
    heading: 'Vobiz credentials',
    lead: 'Both stand in the Vobiz portal, in the account’s API settings. They are checked when you save them.',
    appId: 'Vobiz App ID',
    appIdHint: 'Sent to Vobiz as X-Auth-ID.',
    appIdMissing: 'Type the App ID, or clear both credentials below.',
    apiKey: 'Vobiz API key',
    apiKeyHint: 'Sent to Vobiz as X-Auth-Token. It is stored encrypted and never shown again.',
    apiKeyStored: 'Stored: {{hint}}. Leave this empty to keep it, or type another one to replace it.',
    submit: 'Save and check',
    updated: 'Last changed {{time}}',
    saved: {
      CONNECTED: 'Saved: Vobiz takes the credentials.',
      REFUSED: 'Saved, but Vobiz refuses the credentials.',
      UNVERIFIED: 'Saved, but Vobiz could not be asked about them.',
      NONE: 'Saved. The demo marketplace stays until both credentials are stored.',
    },
  },
  clear: {
    open: 'Clear credentials …',
    title: 'Clear the Vobiz credentials?',
    lead: 'The App ID and the API key are forgotten. Numbers can’t be bought or released, and the marketplace shows demo numbers until credentials are entered again. Numbers that were bought go on answering calls.',
    submit: 'Clear credentials',
    done: 'The credentials are cleared. The marketplace shows demo numbers.',
  },
} as const;
