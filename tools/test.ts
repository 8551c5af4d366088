/**
 * `npm test`: types, lint, layers, words, build, then every kind of test. Each check counts as one.
 * Ends with one line, `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const report = join(root, 'out/test-report.json')
const checks: [name: string, command: string, args: string[]][] = [
  ['types and layers', 'tsc', ['-b']],
  ['lint and import rules', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
  ['words are all collected', process.execPath, [join(root, 'tools/words.ts'), '--check']],
  ['build', 'electron-vite', ['build', '--logLevel', 'warn']],
]

const counts = { passed: 0, failed: 0, skipped: 0 }
for (const [name, command, args] of checks) {
  const { status } = run(command, args)
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name}\n`)
  if (status === 0) counts.passed++
  else counts.failed++
}

mkdirSync(join(root, 'out'), { recursive: true })
rmSync(report, { force: true })
const { status } = run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
const tests = readReport()
counts.passed += tests.passed
counts.failed += tests.failed
counts.skipped += tests.skipped
// A file that could not even be loaded has no failed test in it, and is a failure all the same.
if (status !== 0 && tests.failed === 0) counts.failed++

process.stdout.write(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
)
process.exitCode = counts.failed === 0 ? 0 : 1

function run(command: string, args: string[]) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
}

function readReport(): typeof counts {
  try {
    const parsed: {
      numPassedTests: number
      numFailedTests: number
      numPendingTests: number
    } = JSON.parse(readFileSync(report, 'utf8'))
    return {
      passed: parsed.numPassedTests,
      failed: parsed.numFailedTests,
      skipped: parsed.numPendingTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
