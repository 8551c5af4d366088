/**
 * What the app gets for `import ... from 'electron'` in its main process: the part of Electron's API
 * that Lull uses, and no more. Names and types are checked against electron.d.ts in tests/conformance.
 */
export { app } from './app.ts'
export { MessageChannelMain } from './channel.ts'
export { dialog, shell } from './dialog.ts'
export { ipcMain } from './ipc.ts'
export { Menu, MenuItem } from './menu.ts'
export { nativeImage } from './native-image.ts'
export { nativeTheme } from './native-theme.ts'
export { Notification } from './notification.ts'
export { powerMonitor } from './power.ts'
export { safeStorage } from './safe-storage.ts'
export { screen } from './screen.ts'
export { protocol, session } from './session.ts'
export { globalShortcut } from './shortcut.ts'
export { Tray } from './tray.ts'
export { utilityProcess } from './utility.ts'
export { BrowserWindow } from './windows.ts'
