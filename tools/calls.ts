/**
 * `npm run test:calls`: the end-to-end tests under strace, the program's processes and Chromium's and all, to see
 * in the system calls that nothing is sent to another machine. Names of tests after it play a part.
 */
import { callsOut } from './calls-out.ts'

const tests = ['vitest', 'run', '--project', 'e2e', ...process.argv.slice(2)]
const { status, seen, looped, out } = await callsOut(tests, true)
for (const line of out) process.stdout.write(`✗ ${line}\n`)
process.stdout.write(`calls out: ${out.length} of ${seen}; ${looped} to this machine itself\n`)
process.exitCode = status === 0 && out.length === 0 ? 0 : 1
