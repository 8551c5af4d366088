/** How every tool builds Lull: once, the same way, and ending itself where that fails. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Builds into out/, or, as it is shipped (electron.vite.config.ts), into out/packaged. */
export function build(kind: 'to work on' | 'packaged' = 'to work on'): void {
  const mode = kind === 'packaged' ? ['--mode', 'packaged'] : []
  const { status } = spawnSync('electron-vite', ['build', '--logLevel', 'warn', ...mode], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
