/**
 * The built Lull on a computer whose list of mounts is a test's own: what stands in /proc/self/mountinfo is read
 * from the file LULL_FAKED_MOUNTS.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const file = process.env['LULL_FAKED_MOUNTS'] ?? ''
const { readFileSync } = fs
fs.readFileSync = (path, ...rest) =>
  readFileSync(path === '/proc/self/mountinfo' ? file : path, ...rest)
syncBuiltinESMExports()

await import('../../../out/main/main.js')
