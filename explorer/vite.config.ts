import { defineConfig } from 'vite';
import { noEval } from './tools/no_eval';
import { outline } from './tools/outline';

// Everything is relative, so that the explorer also works below a path of a reverse proxy.
export default defineConfig({
  base: './',
  plugins: [noEval(), outline()],
  build: {
    target: 'es2022',
    outDir: '../pipeline/sifara/server/static',
    emptyOutDir: true,
    assetsInlineLimit: 0, // no data: addresses, which a strict content security policy forbids
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:7878', '/sparql': 'http://127.0.0.1:7878' } },
});
