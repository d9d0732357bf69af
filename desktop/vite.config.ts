import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { graphql } from './renderer/graphql/generated/gql.ts';

/**
 * Puts each operation where it is written. The generated files hold those of every screen, and would all come with the
 * first page.
 */
function operationsInPlace(): Plugin {
  return {
    name: 'operations-in-place',
    enforce: 'pre',
    transform: {
      filter: { id: /renderer\/(?!graphql\/generated).*\.tsx?$/, code: 'graphql(`' },
      handler: (code) => ({ code: code.replaceAll(/\bgraphql\(`([^`]*)`\)/g, inPlace), map: null }),
    },
  };
}

/** An operation that `npm run codegen` hasn't seen yet stays as it is; the type check tells of it. */
function inPlace(call: string, source: string): string {
  const operation: unknown = graphql(source);
  const isKnown = typeof operation === 'object' && operation !== null && 'kind' in operation;
  return isKnown ? `(${JSON.stringify(operation)})` : call;
}

/**
 * No script runs but those that the page names with the nonce of this answer, and what these import: stricter than the
 * policy in the answer's header, which holds as well. Only once it is built: Vite's own server fills in no nonce.
 */
function strictScripts(): Plugin {
  const content = "script-src 'nonce-{{nonce}}' 'strict-dynamic'; object-src 'none'; base-uri 'none'";
  const attrs = { 'http-equiv': 'Content-Security-Policy', content };
  return {
    name: 'strict-scripts',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
  };
}

/** Files that the server sends as they are: compressed once, better than there is time for at each request. */
function compressedAlready(): Plugin {
  return {
    name: 'compressed-already',
    apply: 'build',
    writeBundle: async ({ dir = '' }) => {
      const assets = join(dir, 'assets');
      const names = (await readdir(assets)).filter((name) => /\.(js|css)$/.test(name));
      await Promise.all(
        names.map(async (name) => {
          const path = join(assets, name);
          await writeFile(`${path}.br`, await promisify(brotliCompress)(await readFile(path)));
        }),
      );
    },
  };
}

// The console's pages, for the server's `/` and for Electron's app:// alike.
export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  plugins: [operationsInPlace(), react(), strictScripts(), compressedAlready()],
  html: { cspNonce: '{{nonce}}' },
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'chrome130',
    // Small pictures would become data: addresses, which the pages' policy doesn't allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One file of what the first page needs: many small ones are larger, compressed, and are asked for in turns.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'frame', tags: ['$initial'] }] } } },
  },
});
