import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * react-aria carries its few strings in 34 languages; the app speaks two. Every other language becomes an empty module,
 * which takes about a third off the first load.
 */
function onlyOurLanguages(): Plugin {
  const language = /[/\\]intl[/\\].*?([a-z]{2}-[A-Z]{2})\.m?js$/;
  return {
    name: 'kuer:only-our-languages',
    enforce: 'pre',
    load(id) {
      const match = language.exec(id);
      if (!match || !/node_modules[/\\](react-aria|react-stately|@react-aria|@react-stately)/.test(id)) return null;
      return match[1] === 'de-DE' || match[1] === 'en-US' ? null : 'export default {};';
    },
  };
}

const source = (path: string) => fileURLToPath(new URL(`../../libs/${path}`, import.meta.url));

export default defineConfig({
  // From source: the web app builds without the libraries having been built first.
  resolve: {
    alias: [
      { find: /^@kuer\/domain$/, replacement: source('domain/src/index.ts') },
      { find: /^@kuer\/contract\/messages$/, replacement: source('contract/src/messages.ts') },
    ],
  },
  plugins: [onlyOurLanguages(), react()],
  build: {
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // Strict content security policy: no inline script, no data: URLs made by the build.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, proxy: { '/api': { target: process.env.KUER_API_URL ?? 'http://localhost:3000' } } },
  preview: { proxy: { '/api': { target: process.env.KUER_API_URL ?? 'http://localhost:3000' } } },
});
