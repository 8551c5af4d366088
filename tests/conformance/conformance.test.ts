import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { electronBinary } from '../../tools/runtime.ts'

/**
 * Small programs with an expectation each. They run on whatever LULL_RUNTIME names, so that the
 * stand-in is held to what Electron does; where it is stricter on purpose, Electron isn't asked.
 */
const programs = join(import.meta.dirname, 'programs')
const runtime = process.env['LULL_RUNTIME'] === 'electron' ? 'electron' : 'stand-in'

function commandFor(program: string): string[] {
  const file = join(programs, `${program}.mjs`)
  if (runtime === 'stand-in')
    return [process.execPath, join(import.meta.dirname, '../../tools/stand-in/run.ts'), file, '--']
  const binary = electronBinary()
  if (binary === null) throw new Error('LULL_RUNTIME is electron, but its binary is not here')
  return [binary, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), file]
}

async function run(program: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lull-conformance-'))
  const [command = '', ...args] = commandFor(program)
  const child = spawn(command, args, {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      LULL_HEADLESS: '1',
      LULL_CONFORMANCE_FOLDER: folder,
      LULL_KEYCHAIN: folder,
      LULL_CONFORMANCE_COMMAND: JSON.stringify([command, ...args]),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  rmSync(folder, { recursive: true, force: true })
  return { code, lines: stdout.trim().split('\n'), stderr }
}

describe.concurrent(`on ${runtime}`, () => {
  it('refuses a window and a tray before ready', async () => {
    expect((await run('window-before-ready')).lines).toEqual(['window: refused'])
    expect((await run('tray-before-ready')).lines).toEqual(['tray: refused'])
  })

  it('is not ready before main has been evaluated: a top-level await of ready waits for itself', async () => {
    expect((await run('top-level-await')).lines).toEqual(['still waiting'])
  })

  it('takes privileged schemes before ready only', async () => {
    expect((await run('scheme-after-ready')).lines).toEqual([
      'before ready: allowed',
      'after ready: refused',
    ])
  })

  it('lets a channel have one handler', async () => {
    expect((await run('second-handler')).lines).toEqual([
      'first: allowed',
      'second: refused',
      'after removal: allowed',
    ])
  })

  it.skipIf(runtime === 'electron')('refuses windows that could reach Node', async () => {
    expect((await run('unsafe-windows')).lines).toEqual([
      'nodeIntegration: refused',
      'sandbox: refused',
      'contextIsolation: refused',
    ])
  })

  it.skipIf(runtime === 'electron')(
    'refuses a preload that requires fs, or uses Buffer or setImmediate',
    async () => {
      expect((await run('preload-fs')).stderr).toContain("nothing but electron, not 'node:fs'")
      expect((await run('preload-buffer')).stderr).toMatch(/\[stand-in\].*Buffer is not defined/)
      expect((await run('preload-immediate')).stderr).toMatch(
        /\[stand-in\].*setImmediate is not defined/,
      )
    },
  )

  it('bridges functions, errors, promises and callbacks, before the first script of the page', async () => {
    const { lines } = await run('bridge')
    const said = lines.filter((line) => !line.startsWith('from '))
    expect(said).toEqual([
      'early function',
      'add 5',
      'fails error on purpose',
      'later soon',
      'call called back',
      'frozen true',
      "fail error Error invoking remote method 'fail': Error: no luck",
      "nobody error Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      'no require undefined',
      'no ipc undefined',
      'end',
    ])
    expect(new Set(lines.filter((line) => line.startsWith('from ')))).toEqual(
      new Set(['from app://test/page/index.html true']),
    )
  })

  it.skipIf(runtime === 'electron')('refuses values that JSON would change', async () => {
    expect((await run('values')).lines).toEqual([
      'date: refused',
      'map: refused',
      'list: refused',
      'nan: refused',
      'class: refused',
      'bytes: refused',
      'big: refused',
      'plain: allowed',
    ])
  })

  it('gives back what the keychain sealed, and opens nothing else', async () => {
    const { lines } = await run('safe-storage')
    // A real desktop without a keyring has none; the stand-in always has one here.
    if (runtime === 'electron' && lines[0] === 'not here') return
    expect(lines).toEqual(['sealed', 'true boolean', 'foreign bytes: refused'])
  })

  it('has the cryptography of BoringSSL', async () => {
    expect((await run('crypto')).lines).toEqual([
      'chacha20-poly1305: refused',
      'aes-wrap: refused',
      'argon2: refused',
      'ed448: refused',
      'aes-256-gcm: allowed',
      'scrypt: allowed',
      'hkdf: allowed',
      'x25519: allowed',
    ])
  })

  it('quits with its last window unless somebody listens', async () => {
    expect((await run('last-window')).lines).toEqual(['quits'])
    expect((await run('last-window-listener')).lines).toEqual(['heard'])
  })

  it('asks a window before it quits, and destroys without asking', async () => {
    expect((await run('close-prevented')).lines).toEqual([
      'before-quit',
      'close',
      'still there',
      'closed',
      'gone',
    ])
  })

  it('lets a window have a name again once the one before is gone, and not while it says so', async () => {
    expect((await run('window-name')).lines).toEqual([
      'while it is there: refused',
      'within closed: refused',
      'once it is gone: allowed',
    ])
  })

  it('hands a second process over by its data; its arguments change on the way', async () => {
    const { lines } = await run('second-instance')
    expect(lines.toSorted()).toEqual(
      [
        'second: not the first',
        'data {"command":["--b","second"]}',
        'argv changed',
        'has true true true',
      ].toSorted(),
    )
  })

  it.skipIf(process.platform === 'win32')(
    'gets no lock where another computer’s lies, or what is none, and replaces its own',
    async () => {
      expect((await run('lock-of-another')).lines).toEqual([
        'of another computer: false',
        'no link: false',
        'left behind here: true',
      ])
    },
  )

  // Windows keeps program and words together; macOS and Linux keep only which program it is.
  it.skipIf(runtime === 'electron' && process.platform !== 'win32')(
    'registers a link for one program with its words, and takes away that one only',
    async () => {
      expect((await run('protocol')).lines).toEqual([
        'at first false',
        'taken true',
        'now true',
        'with other words false',
        'taking others away leaves true',
        'taken away false',
      ])
    },
  )

  it.skipIf(runtime === 'electron')(
    'refuses words at login on macOS, which passes over them',
    async () => {
      expect((await run('login-item-mac')).lines).toEqual(['words: refused', 'true enabled false'])
    },
  )

  it('passes ports between main, windows and utilities, and closes them with either', async () => {
    expect((await run('ports')).lines).toEqual([
      'before start: waits',
      'after start: "before start"',
      'a port given away: refused',
      'window: {"echo":"to the window","with":"greeting"}',
      'the port closes with its window',
      'utility: {"heard":{"a":1},"ports":0}',
      'utility: "date refused"',
      'utility: "utility heard this"',
      'utility: "port closed"',
      'exit 3',
      'the port closes with its utility',
    ])
  })

  it('focuses by show, not by showInactive, and gives the focus back', async () => {
    expect((await run('focus')).lines).toEqual([
      'made: hidden unfocused',
      'showInactive: visible unfocused',
      'show: visible focused',
      'another inactive: visible focused, visible unfocused',
      'first: blur',
      'another shown: visible unfocused, visible focused',
      'hidden again: hidden unfocused, first has it',
    ])
  })

  it.skipIf(runtime === 'electron' && process.platform !== 'darwin')(
    'shows no window of a program that is hidden, until macOS is asked to or one takes the focus',
    async () => {
      expect((await run('app-hidden')).lines).toEqual([
        'shown while hidden: hidden, unseen, unfocused',
        'after the action: out, seen, unfocused',
        'hidden again: hidden, unseen, unfocused',
        'shown with the focus: out, seen, focused',
      ])
    },
  )

  it('asks where to save once it is ready, and not before', async () => {
    expect((await run('save-dialog')).lines).toEqual(['before ready: refused'])
  })

  it.skipIf(runtime === 'electron')(
    'refuses what a dialog would pass over, so that no slip of the pen protects nobody',
    async () => {
      for (const program of ['save-dialog-strict', 'open-dialog-strict'])
        expect((await run(program)).lines).toEqual([
          'no such option: refused',
          'no such property: refused',
          'a filter with a dot: refused',
          'a window that is gone: refused',
          'no answer: rejected',
        ])
    },
  )

  it('shows a notification once it is ready, and puts it away as often as one likes', async () => {
    expect((await run('notification')).lines).toEqual([
      'before ready: refused',
      'can be asked: boolean',
      'a screen reader: boolean',
      'Lull, hello, true',
      'close before show: allowed',
      'close: allowed',
      'close again: allowed',
    ])
  })

  it.skipIf(runtime === 'electron')(
    'refuses what a notification would pass over, and tells of it only afterwards',
    async () => {
      expect((await run('notification-strict')).lines).toEqual([
        'no such option: refused',
        'silent by a word: refused',
        'no such urgency: refused',
        'at once: ',
        'then: show,close',
      ])
    },
  )

  it('makes a PDF of what a page shows, and rejects what would be none', async () => {
    expect((await run('print-to-pdf')).lines).toEqual([
      'made: a PDF, in a Buffer',
      'one after the other: 2',
      'without options: rejected',
      'no such paper: rejected',
      'a paper without a height: rejected',
      'margins wider than the paper: rejected',
      'landscape in words: rejected',
      'a scale in words: rejected',
      'a window that is gone: rejected',
    ])
  })

  it.skipIf(runtime === 'electron')(
    'refuses what printing would pass over: margins in the old way, and no such option',
    async () => {
      expect((await run('print-to-pdf-strict')).lines).toEqual([
        'no such option: rejected',
        'margins in the old way: rejected',
      ])
    },
  )

  it('registers a shortcut once', async () => {
    expect((await run('shortcut')).lines).toEqual([
      'first true',
      'again false',
      'is true',
      'is false',
    ])
  })

  it('lets its own shortcuts rest while keys are chosen', async () => {
    expect((await run('shortcut-suspended')).lines).toEqual([
      'first true',
      'suspended true',
      'suspended false',
      'is true',
    ])
  })

  it('has left the full screen once it says so, and hides a window then', async () => {
    expect((await run('full-screen')).lines).toEqual([
      'entered: true',
      'left: false',
      'visible: false',
    ])
  })

  it.skipIf(runtime === 'electron')(
    'refuses to hide a window that fills the screen: macOS keeps its black Space',
    async () => {
      expect((await run('full-screen-hidden')).lines).toEqual(['before: allowed', 'full: refused'])
    },
  )

  it('keeps a page to its own scheme', async () => {
    expect((await run('scheme-only')).lines).toEqual([
      'own answered',
      'other error',
      'window null',
      'will-navigate https://198.51.100.7/away',
      'stays',
      'url app://test/page/',
      'asked true',
    ])
  })

  it('says when a page has ended by itself, and leaves its window to the app', async () => {
    expect((await run('crash')).lines).toEqual([
      'crashed before: false',
      'a reason: true',
      'a code: true',
      'app is told: true',
      'crashed after: true',
      'window is there: true',
      'destroyed: true',
    ])
  })

  it('says when a utility process has ended by itself, by its name', async () => {
    expect((await run('child-gone')).lines).toEqual(['type: Utility', 'by itself: true'])
  })

  it('leaves an error that nobody caught to the app’s own listener, and goes on', async () => {
    expect((await run('uncaught')).lines).toEqual(['caught: nobody caught this', 'goes on'])
  })
})
