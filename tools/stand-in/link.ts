import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLine, type Line } from './line.ts'
import { socketAddress } from './socket-address.ts'
import type { MainHears, MainSays } from './words.ts'

/**
 * Main's line to the browser part, which holds Chromium and passes messages between pages, main and
 * utilities. A test driver is that part itself and names its address; without one it is started, when
 * first needed.
 */
type HostLine = Line<MainSays, MainHears>
const listeners: ((line: HostLine) => void)[] = []
let line: HostLine | null = null
/** Where a driver waits for main, and where the browser part waits for utilities. */
const driven = process.env['LULL_STAND_IN_LINE']
let forUtilities = process.env['LULL_STAND_IN_UTILITIES'] ?? ''
delete process.env['LULL_STAND_IN_LINE']
delete process.env['LULL_STAND_IN_UTILITIES']

/** Each part of main says here what it hears; before or after the line is there. */
export function onHost(listen: (line: HostLine) => void): void {
  listeners.push(listen)
  if (line) listen(line)
}

export function host(): HostLine {
  line ??= open()
  return line
}

/** The address under which utilities find the browser part. */
export function utilityAddress(): string {
  host()
  return forUtilities
}

function open(): HostLine {
  const made = createLine<MainSays, MainHears>(driven === undefined ? startHost() : connect(driven))
  for (const listen of listeners) listen(made)
  // Without its browser part a program can't go on; Electron's main would be gone as well.
  made.onEnd(() => process.exit(1))
  made.send('hello', { role: 'main', pid: process.pid })
  return made
}

function startHost(): Socket {
  const folder = mkdtempSync(join(tmpdir(), 'lull-line-'))
  forUtilities = socketAddress(folder)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'host-process.ts')], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, LULL_STAND_IN_UTILITIES: forUtilities },
  })
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const pipe = child.stdio[3]
  if (!(pipe instanceof Socket)) throw new Error('no pipe to the browser part')
  return pipe
}
