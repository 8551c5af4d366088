import { app } from 'electron'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { end, say } from './tools.mjs'

const folder = process.env['LULL_CONFORMANCE_FOLDER']
const lock = join(folder, 'SingletonLock')
app.setPath('userData', folder)
const request = (what) => say(`${what}: ${app.requestSingleInstanceLock({})}`)

symlinkSync('another-computer-1', lock)
request('of another computer')
rmSync(lock)
writeFileSync(lock, '')
request('no link')
rmSync(lock)
// No process has so high a number.
symlinkSync(`${hostname()}-4194305`, lock)
request('left behind here')
end()
