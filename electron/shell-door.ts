import { ipcMain, type WebFrameMain } from 'electron'
import { shellDoor, type Answer, type ShellDoor } from '../src/contract.ts'
import { door, type Handlers, type Shapes } from '../src/door.ts'
import type { ShellFacts } from '../src/contract.ts'
import type { Sees } from '../src/ports.ts'
import { errorOf } from '../src/refusal.ts'
import type { Actions } from './actions.ts'
import type { ConnectRoom } from './connect.ts'
import type { Crashes } from './crashes.ts'
import type { DeviceRoom } from './device.ts'
import { isOurs } from './scheme.ts'
import type { FilesRoom } from './files.ts'
import type { MovingRoom } from './moving.ts'
import type { PrintingRoom } from './printing.ts'
import type { ShortcutsRoom } from './shortcuts.ts'
import { traysAreShown } from './tray-host.ts'
import type { Windows } from './windows.ts'

/** The shell's few methods, on one channel, for the main frame of our own windows only. */
export function answerShellDoor(
  windows: Windows,
  actions: Actions,
  device: DeviceRoom,
  shortcuts: ShortcutsRoom,
  connect: ConnectRoom,
  files: FilesRoom,
  printing: PrintingRoom,
  moving: MovingRoom,
  sees: () => Promise<Sees>,
  crashes: Crashes,
  facts: () => ShellFacts,
): void {
  const handlers: Handlers<Shapes<ShellDoor>> = {
    fold: (_input, from) => {
      if (from === 'card') actions.offers.cardDone()
      else windows.close(from)
      return null
    },
    open: ({ window, pause, page, technique, task }) => {
      if (window === 'unlock' && task) actions.changeKeys(task)
      else if (window === 'pause') actions.pause(pause ?? null)
      else if (window === 'main' && page !== undefined) actions.openPage(page, technique ?? null)
      else actions.open(window)
      return null
    },
    'main.opened': () => actions.mainOpened(),
    'unlock.opened': () => ({
      ...actions.unlockOpened(),
      ...(crashes.told('vault') && { ended: true }),
    }),
    'pause.opened': () => actions.pauseOpened(),
    'tray.shown': () => traysAreShown(),
    'windows.placed': () => windows.arePlaced(),
    mark: () => {
      actions.call({ event: 'marked', source: 'tray' })
      return null
    },
    'connect.get': () => connect.now(),
    'connect.renew': () => connect.renew(),
    'connect.test': ({ on }) => {
      connect.test(on)
      return null
    },
    quiet: ({ ms }) => {
      actions.quiet(ms)
      return null
    },
    'quiet.state': () => actions.isQuiet(),
    quit: () => {
      actions.quit()
      return null
    },
    'shortcuts.state': () => shortcuts.states(),
    'shortcuts.record': ({ on }) => {
      shortcuts.record(on)
      return null
    },
    'sees.get': () => sees(),
    'trouble.told': () => crashes.told(),
    'page.failed': ({ error, stays }, from) => {
      crashes.pageFailed(from, error, stays)
      return null
    },
    'diagnostics.shell': () => facts(),
    'card.offer': () => actions.offers.now(),
    lock: () => {
      actions.lock()
      return null
    },
    'journal.show': () => {
      moving.show()
      return null
    },
    'file.ask': (asked, from) => files.ask(asked, from),
    'place.get': () => moving.get(),
    'place.ask': ({ to }, from) => moving.ask(to, from),
    'place.move': ({ id }) => {
      moving.move(id)
      return null
    },
    'place.find': (_input, from) => moving.find(from),
    'place.forget': async () => {
      await moving.forget()
      return null
    },
    'page.pdf': ({ paper }, from) => printing.pdf(paper, from),
    'card.answer': ({ answer }) => {
      actions.offers.answer(answer)
      return null
    },
    'device.get': () => device.now(),
    'device.set': (change) => device.set(change),
  }
  device.onChange((now) => {
    for (const name of windows.names()) windows.tell(name, { event: 'device', device: now })
  })
  actions.onQuiet(() => windows.tell('main', { event: 'quiet', on: actions.isQuiet() }))
  const answer = door<Shapes<ShellDoor>>(shellDoor, handlers, errorOf)

  ipcMain.handle('shell', (event, request: unknown): Promise<Answer> | Answer => {
    const window = windows.nameOf(event.sender.id)
    if (window === null || !isMainFrameOfOurs(event.senderFrame, event.sender.mainFrame))
      return {
        id: -1,
        ok: false,
        error: { code: 'foreign-sender', message: 'Only a window of Lull may call this.' },
      }
    return answer(window, request)
  })
}

/** `senderFrame` is null once the frame has navigated away or is gone. */
const isMainFrameOfOurs = (frame: WebFrameMain | null, mainFrame: WebFrameMain): boolean =>
  frame !== null && frame === mainFrame && isOurs(frame.url)
