/**
 * The built Lull at a desk whose tools (pactl, gsettings, xprop …) are scripts of a test: what stands in
 * /usr/bin is looked for in the folder of LULL_FAKED_TOOLS, and nowhere else.
 */
import childProcess from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, join } from 'node:path'

const folder = process.env['LULL_FAKED_TOOLS'] ?? ''
const { execFile, spawn } = childProcess
const { appendFileSync, existsSync } = fs
const isTool = (file) => dirname(file) === '/usr/bin'
const faked = (file) => (isTool(file) ? join(folder, basename(file)) : file)
/** A question as it is put, and again once Lull has done what the answer lets it do. */
const tell = (what) => appendFileSync(join(folder, 'questions.txt'), `${what}\n`)

childProcess.execFile = (file, args, limits, hear) => {
  if (!isTool(file)) return execFile(file, args, limits, hear)
  tell('asked')
  return execFile(faked(file), args, limits, (...answer) => {
    hear(...answer)
    // Behind what waited for the answer, and behind the question that may have followed from it.
    setImmediate(() => tell('heard'))
  })
}
childProcess.spawn = (file, ...rest) => spawn(faked(file), ...rest)
fs.existsSync = (file) => existsSync(faked(file))
syncBuiltinESMExports()

await import('../../../out/main/main.js')
