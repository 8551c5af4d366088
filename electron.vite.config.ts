import { words } from './tools/words-plugin.ts'
import { shipped } from './tools/package/shipped.ts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const windows = ['main', 'pause', 'note', 'card', 'unlock']

export default defineConfig(({ mode }) => {
  // A packaged build lies apart, so that tests always find the one with the language of tests.
  const packaged = mode === 'packaged'
  const out = packaged ? 'out/packaged' : 'out'
  const onlyShipped = packaged ? [shipped()] : []
  return {
    main: {
      plugins: [...words(), ...onlyShipped],
      build: {
        outDir: `${out}/main`,
        externalizeDeps: true,
        target: 'node24',
        rolldownOptions: {
          input: { main: 'electron/main.ts', vault: 'electron/vault.ts' },
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    },
    preload: {
      plugins: onlyShipped,
      build: {
        outDir: `${out}/preload`,
        // A sandboxed preload can require nothing but `electron`: one file, CommonJS, no shared chunk.
        externalizeDeps: false,
        isolatedEntries: true,
        rolldownOptions: {
          input: { preload: 'electron/preload.ts' },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
    renderer: {
      root: 'renderer',
      // The scheme is mapped on the stand-in, so no bundle may name it: relative addresses only.
      base: './',
      plugins: [...words(), react(), ...onlyShipped],
      build: {
        outDir: `${out}/renderer`,
        target: 'chrome150',
        minify: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: Object.fromEntries(windows.map((name) => [name, `renderer/${name}/index.html`])),
        },
      },
    },
  }
})
