/** What each capability may import beside itself: a partial order, so that no two import each other. */
const mayImport = {
  infra: [],
  understanding: [],
  auth: ['infra'],
  settings: ['infra', 'auth'],
  tenants: ['infra', 'auth'],
  'language-model': ['infra', 'tenants', 'understanding'],
  customers: ['infra', 'auth', 'tenants'],
  numbers: ['infra', 'auth', 'settings', 'tenants'],
  calls: ['infra', 'auth', 'tenants', 'understanding', 'language-model', 'customers'],
  recordings: ['infra', 'auth', 'settings', 'numbers', 'calls'],
  carrier: ['infra', 'auth', 'settings', 'tenants', 'numbers', 'calls'],
  analysis: ['infra', 'auth', 'tenants', 'understanding', 'language-model', 'customers', 'calls'],
  'follow-ups': [
    'infra',
    'auth',
    'tenants',
    'understanding',
    'language-model',
    'customers',
    'calls',
    'analysis',
  ],
  automations: [
    'infra',
    'auth',
    'settings',
    'tenants',
    'understanding',
    'language-model',
    'customers',
    'calls',
    'analysis',
    'follow-ups',
  ],
  'webhook-log': ['infra', 'auth', 'tenants', 'calls'],
  setup: ['infra', 'auth', 'language-model'],
  system: ['infra', 'auth', 'language-model', 'setup', 'webhook-log'],
};
/** They serve the capabilities' ports, and import what they serve; capabilities never import them. */
const adapters = ['telephony', 'graphql', 'database'];
const rooms = [...Object.keys(mayImport), ...adapters];
const partialOrder = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `${name}-imports-what-it-may`,
  severity: 'error',
  from: { path: `^server/${name}/` },
  to: { path: `^server/(${rooms.filter((room) => room !== name && !allowed.includes(room)).join('|')})/` },
}));
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      // Of types alone too: what two files need of each other belongs into a third.
      to: { circular: true },
    },
    ...partialOrder,
    {
      name: 'only-composition-knows-adapters',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(composition|main)\\.ts$|^server/language-model/' },
      to: { path: '^server/language-model/(openai|scripted)' },
    },
    {
      name: 'nothing-imports-composition',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(main|start|printed-schema)\\.ts$' },
      to: { path: '^server/(composition|main)\\.ts$' },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { path: '^(server|shared|desktop)/' },
      to: { path: '^test/' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|desktop|test)/' },
    },
    {
      name: 'desktop-imports-shared-alone',
      severity: 'error',
      from: { path: '^desktop/' },
      to: { path: '^(server|test)/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        // Holds types alone, which is no module to resolve.
        pathNot: '^@graphql-typed-document-node/core$',
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // What is built isn't written by anybody.
    exclude: { path: '^desktop/dist' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
