import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const isPreload = process.env.KAIVOX_BUILD === 'preload';

// The shell, as two files: a sandboxed preload script can't import, and must be CommonJS.
export default defineConfig({
  build: {
    outDir: resolve(here, 'dist-electron'),
    emptyOutDir: !isPreload,
    target: 'node24',
    ssr: resolve(here, isPreload ? 'preload/preload.ts' : 'main/main.ts'),
    rolldownOptions: {
      external: ['electron', /^node:/],
      output: isPreload
        ? { format: 'cjs', entryFileNames: 'preload.cjs' }
        : { format: 'es', entryFileNames: 'main.js' },
    },
  },
});
