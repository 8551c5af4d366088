import { words } from './tools/words-plugin.ts'
import { defineConfig } from 'vitest/config'

/** One project a kind of test; `npm run test:one -- --project unit words` runs a part. */
const project = (name: string, include: string[], testTimeout: number, parallel = true) => ({
  extends: true as const,
  test: { name, include, testTimeout, hookTimeout: testTimeout, fileParallelism: parallel },
})

export default defineConfig({
  plugins: words(),
  test: {
    projects: [
      project('unit', ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'], 30_000),
      project('exploits', ['tests/exploits/**/*.test.ts'], 120_000),
      project('conformance', ['tests/conformance/**/*.test.ts'], 120_000),
      project('faults', ['tests/faults/**/*.test.ts'], 240_000, false),
      project('e2e', ['tests/e2e/**/*.test.ts'], 120_000, false),
    ],
  },
})
