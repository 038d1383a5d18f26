import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractLines } from './contract-lines.ts'

/** Rules and contract do nothing by being imported. */
const treeshake = { moduleSideEffects: [{ test: /\/src\/(core|contract)\//, sideEffects: false }] }
const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root: here,
  publicDir: 'public',
  plugins: [contractLines(), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // The Content-Security-Policy takes nothing inline: no data: addresses, no polyfill script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // The guard's own part is some 2.5 MB before gzip, and comes after the inbox, to a worker: test/web holds what the first load may weigh.
    chunkSizeWarningLimit: 2_800,
    rolldownOptions: { treeshake },
  },
  worker: { format: 'es', rolldownOptions: { treeshake } },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env.VIGIE_DESK ?? 'http://localhost:4180', changeOrigin: false } },
  },
})
