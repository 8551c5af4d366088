import { EventEmitter } from 'node:events'
import type * as ChildProcess from 'node:child_process'
import { PassThrough } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'

class Monitor extends EventEmitter {
  stdout = new PassThrough()
  killed = false
  kill() {
    this.killed = true
  }
}
const started: { file: string; args: readonly string[]; child: Monitor }[] = []
const app = new EventEmitter()
vi.mock('electron', () => ({ app }))
vi.mock('node:child_process', async (importOriginal) => ({
  ...(await importOriginal<typeof ChildProcess>()),
  spawn: (file: string, args: readonly string[]) => {
    const child = new Monitor()
    started.push({ file, args, child })
    return child
  },
}))
const { hearScreenLock, lockerHere } = await import('../../../electron/screen-lock.ts')

const gnome = { name: 'org.gnome.ScreenSaver', path: '/org/gnome/ScreenSaver' }
function listening() {
  const heard: string[] = []
  hearScreenLock(
    gnome,
    (locked) => heard.push(locked ? 'locked' : 'unlocked'),
    (isHeard) => heard.push(isHeard ? 'somebody tells' : 'nobody tells'),
  )
  const last = started.at(-1)
  if (!last) throw new Error('nothing was started')
  const say = async (...lines: string[]) => {
    last.child.stdout.write(lines.map((line) => `${line}\n`).join(''))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { ...last, heard, say }
}

describe('the lock screen of a Linux desktop', () => {
  it('is heard by one process of the system’s own, by its fixed place and with fixed words', async () => {
    const { file, args, heard, say } = listening()
    expect([file, ...args].join(' ')).toBe(
      '/usr/bin/gdbus monitor --session --dest org.gnome.ScreenSaver --object-path /org/gnome/ScreenSaver',
    )
    await say(
      'Monitoring signals on object /org/gnome/ScreenSaver owned by org.gnome.ScreenSaver',
      'The name org.gnome.ScreenSaver is owned by :1.42',
      '/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (true,)',
      '/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (false,)',
    )
    expect(heard).toEqual(['somebody tells', 'locked', 'unlocked'])
  })

  it('has to be asked for again, once nobody tells of it any more', async () => {
    const { heard, say, child } = listening()
    await say('The name org.gnome.ScreenSaver does not have an owner')
    child.emit('exit', 1)
    expect(heard).toEqual(['nobody tells', 'nobody tells'])
  })

  it('is not listened to by a program that could not be started', () => {
    const { heard, child } = listening()
    child.emit('error', new Error('ENOENT'))
    expect(heard).toEqual(['nobody tells'])
  })

  it('is not listened to any longer than Lull runs', () => {
    const { child } = listening()
    app.emit('will-quit')
    expect(child.killed).toBe(true)
  })

  it('is told of on GNOME and KDE, where the tool is there', () => {
    expect(lockerHere({ XDG_CURRENT_DESKTOP: 'GNOME' }, () => true)).toEqual(gnome)
    expect(lockerHere({ XDG_CURRENT_DESKTOP: 'GNOME' }, () => false)).toBeNull()
    expect(lockerHere({}, () => true)).toBeNull()
  })
})
