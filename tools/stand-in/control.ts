import { app } from './app.ts'
import { openedOutside, queueAnswer } from './dialog.ts'
import { PreventableEvent } from './event.ts'
import { onHost } from './link.ts'
import { nativeTheme } from './native-theme.ts'
import { clickNotification, notifications, putAwayNotification } from './notification.ts'
import { powerMonitor } from './power.ts'
import { screen } from './screen.ts'
import { pressShortcut } from './shortcut.ts'
import { refuse } from './strict.ts'
import { clickTray, theTray, trayModel } from './tray.ts'
import { BrowserWindow, focus } from './windows.ts'

/** What a test, or a person at the strip of a headed run, may read and do in main. */
export function obeyControls(): void {
  onHost((line) => {
    line.on('test.windows', () => BrowserWindow.getAllWindows().map((window) => window.model()))
    line.on('test.tray', () => trayModel())
    line.on('test.trayPress', ({ path }) => theTray().press(path))
    line.on('test.trayClick', ({ which }) => void clickTray(which))
    line.on('test.focusedPage', () => BrowserWindow.getFocusedWindow()?.webContents.id ?? null)
    line.on('test.key', ({ input }) => {
      const window =
        BrowserWindow.getFocusedWindow() ?? refuse('no window of the program has the focus')
      return { page: window.webContents.id, prevented: window.webContents.keepsKey(input) }
    })
    line.on('test.shortcut', ({ accelerator }) => pressShortcut(accelerator))
    line.on('test.notifications', () => notifications())
    line.on('test.notificationClick', ({ index }) => clickNotification(index))
    line.on('test.notificationPutAway', ({ index, by }) => putAwayNotification(index, by))
    line.on('test.power', ({ event }) => powerMonitor.become(event))
    line.on('test.idle', ({ seconds }) => powerMonitor.idle(seconds))
    line.on('test.focusOutside', () => focus.give('outside'))
    line.on('test.focusWindow', ({ id }) => BrowserWindow.fromId(id)?.focus())
    line.on('test.dragWindow', ({ id, to }) => BrowserWindow.fromId(id)?.drag(to))
    line.on('test.screen', (size) => screen.become(size))
    line.on('test.closeWindow', ({ id }) => BrowserWindow.fromId(id)?.close())
    line.on('test.theme', ({ dark }) => nativeTheme.become(dark ? 'dark' : 'light'))
    line.on('test.linkHandler', ({ scheme }) => app.linkHandler(scheme))
    line.on('test.openUrl', ({ url }) => void app.emit('open-url', new PreventableEvent(), url))
    line.on('test.opened', () => openedOutside())
    line.on('test.answerDialog', ({ answer }) => queueAnswer(answer))
    line.on('test.endSession', () => {
      for (const window of BrowserWindow.getAllWindows())
        window.emit('session-end', Object.assign(new PreventableEvent(), { reasons: ['shutdown'] }))
    })
    line.on('test.quit', () => app.quit())
  })
}
