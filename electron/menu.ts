import { Menu } from 'electron'

/**
 * No menu on Windows and Linux: Electron's own would offer reloading and developer tools. macOS takes
 * copy and paste from its menu, so it keeps those.
 */
export function setMenu(): void {
  const mac: Electron.MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(mac) : null)
}
