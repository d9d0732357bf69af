/** Who may import whom: README.md, "How it is built". A capability imports to its left only. */
const capabilities = [
  'infra',
  'settings',
  'auth',
  'tenants',
  'language-model',
  'numbers',
  'customers',
  'calls',
  'recordings',
  'analysis',
  'automations',
  'setup',
];
const rim = ['telephony', 'graphql', 'database'];
const toTheRight = capabilities.map((name, index) => ({
  name: `${name}-imports-to-its-left-only`,
  severity: 'error',
  from: { path: `^server/${name}/` },
  to: { path: `^server/(${[...capabilities.slice(index + 1), ...rim].join('|')})/` },
}));
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...toTheRight,
    {
      name: 'only-composition-knows-adapters',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(composition|main)\\.ts$|^server/language-model/' },
      to: { path: '^server/language-model/(openai|scripted)' },
    },
    {
      name: 'nothing-imports-composition',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(main|start)\\.ts$' },
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
