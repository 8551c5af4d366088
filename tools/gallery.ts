/**
 * `npm run gallery`: every component in every state, in a browser of your own. For those who build
 * Lull; nothing of it goes into the program.
 */
import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { words } from './words-plugin.ts'

const root = join(import.meta.dirname, '..')

/** Builds the gallery into `folder`; its page is then `folder/gallery/index.html`. */
export async function buildGallery(folder: string): Promise<void> {
  await build({
    root: join(root, 'renderer'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [...words(), react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome150',
      rolldownOptions: { input: join(root, 'renderer/gallery/index.html') },
    },
  })
}

if (import.meta.main) {
  const folder = join(root, 'node_modules/.cache/lull/gallery')
  await buildGallery(folder)
  const server = await preview({
    configFile: false,
    build: { outDir: folder },
    preview: { host: '127.0.0.1' },
  })
  const { local } = server.resolvedUrls ?? { local: [] }
  process.stdout.write(`The gallery is at ${local[0] ?? ''}gallery/ until you press Ctrl+C.\n`)
}
