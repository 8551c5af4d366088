import { defineConfig } from 'vitest/config'
import { words } from './tools/words-plugin.ts'

/**
 * One project a kind of test, one kind after the other: what drives processes and disks should have
 * the machine to itself. `npm run test:one -- --project unit companion` runs a part.
 */
const kinds: { name: string; seconds: number; sideBySide: boolean }[] = [
  { name: 'unit', seconds: 30, sideBySide: true },
  { name: 'simulation', seconds: 240, sideBySide: true },
  { name: 'conformance', seconds: 120, sideBySide: true },
  { name: 'faults', seconds: 240, sideBySide: false },
  { name: 'exploits', seconds: 120, sideBySide: true },
  { name: 'e2e', seconds: 120, sideBySide: true },
  { name: 'package', seconds: 180, sideBySide: false },
]

export default defineConfig({
  plugins: words(),
  test: {
    maxWorkers: 2,
    projects: kinds.map(({ name, seconds, sideBySide }, groupOrder) => ({
      extends: true as const,
      test: {
        name,
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        testTimeout: seconds * 1000,
        hookTimeout: seconds * 1000,
        fileParallelism: sideBySide,
        sequence: { groupOrder },
      },
    })),
  },
})
