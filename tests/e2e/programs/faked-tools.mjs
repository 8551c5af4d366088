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
const { existsSync } = fs
const faked = (file) => (dirname(file) === '/usr/bin' ? join(folder, basename(file)) : file)

childProcess.execFile = (file, ...rest) => execFile(faked(file), ...rest)
childProcess.spawn = (file, ...rest) => spawn(faked(file), ...rest)
fs.existsSync = (file) => existsSync(faked(file))
syncBuiltinESMExports()

await import('../../../out/main/main.js')
