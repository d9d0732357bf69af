import { resolve } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

const here = import.meta.dirname;

// `npm run codegen`: the console's operations, typed from the schema that the server emits.
const config: CodegenConfig = {
  schema: resolve(here, '../shared/schema.graphql'),
  documents: [resolve(here, 'renderer/**/*.{ts,tsx}'), `!${resolve(here, 'renderer/graphql/generated/**')}`],
  generates: {
    [`${resolve(here, 'renderer/graphql/generated')}/`]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', E164: 'string', URL: 'string', JSONObject: 'Record<string, unknown>' },
        importExtension: '.ts',
      },
    },
  },
};
export default config;
