/**
 * Checked by the compiler alone: what the stand-in offers has the names and types of Electron's own
 * declarations. For each object, the members that Lull's shell calls; a call that Electron's type
 * allows must be allowed here, and what comes back must be what Electron's type promises.
 */
import type * as Electron from 'electron'
import * as standIn from '../../tools/stand-in/electron.ts'

type Members<T, K extends keyof T> = Pick<T, K>

/** Every exported name is one of Electron's main process. */
type NamesAreElectrons =
  Exclude<keyof typeof standIn, keyof typeof Electron> extends never ? true : false
export const names: NamesAreElectrons = true

export const app: Members<
  Electron.App,
  | 'isReady'
  | 'whenReady'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'hide'
  | 'isHidden'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getAppPath'
  | 'getVersion'
  | 'name'
  | 'getName'
  | 'setName'
  | 'isPackaged'
  | 'enableSandbox'
  | 'setLoginItemSettings'
  | 'getLoginItemSettings'
  | 'setAsDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'isDefaultProtocolClient'
  | 'setAppUserModelId'
  | 'getLocale'
  | 'getPreferredSystemLanguages'
> = standIn.app
/** Read only there: what a screen reader needs is the system's to say. */
export const reader: Readonly<Members<Electron.App, 'accessibilitySupportEnabled'>> = standIn.app
export const commandLine: Members<
  Electron.CommandLine,
  'appendSwitch' | 'hasSwitch' | 'getSwitchValue'
> = standIn.app.commandLine
export const globalShortcut: Members<
  Electron.GlobalShortcut,
  'register' | 'unregister' | 'unregisterAll' | 'isRegistered' | 'setSuspended' | 'isSuspended'
> = standIn.globalShortcut
export const powerMonitor: Members<
  Electron.PowerMonitor,
  'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower'
> = standIn.powerMonitor
export const nativeTheme: Members<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'> =
  standIn.nativeTheme
export const safeStorage: Members<
  Electron.SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
> = standIn.safeStorage
export const shell: Members<Electron.Shell, 'openExternal' | 'showItemInFolder'> = standIn.shell
export const dialog: Members<Electron.Dialog, 'showErrorBox'> = standIn.dialog
/** Called as Electron allows it, and answered as it promises. */
export const saving = (
  options: Electron.SaveDialogOptions,
): Promise<Electron.SaveDialogReturnValue> => standIn.dialog.showSaveDialog(options)

type BrowserWindowMembers = Members<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'close'
  | 'destroy'
  | 'isVisible'
  | 'isFocused'
  | 'isDestroyed'
  | 'isMinimized'
  | 'restore'
  | 'getBounds'
  | 'setBounds'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'setAlwaysOnTop'
  | 'setVisibleOnAllWorkspaces'
  | 'setContentProtection'
  | 'setSkipTaskbar'
  | 'setMenu'
  | 'setFocusable'
  | 'moveTop'
  | 'setTitle'
  | 'getTitle'
>
export const window = (made: InstanceType<typeof standIn.BrowserWindow>): BrowserWindowMembers =>
  made
export const makeWindow = (options: Electron.BrowserWindowConstructorOptions) =>
  new standIn.BrowserWindow(options)

type WebContentsMembers = Members<
  Electron.WebContents,
  'id' | 'send' | 'getURL' | 'isDestroyed' | 'printToPDF'
>
export const contents = (
  made: InstanceType<typeof standIn.BrowserWindow>['webContents'],
): WebContentsMembers => made

type NotificationMembers = Members<
  Electron.Notification,
  'show' | 'close' | 'title' | 'body' | 'silent' | 'urgency'
>
export const notification = (
  made: InstanceType<typeof standIn.Notification>,
): NotificationMembers => made
export const isSupported = (): ReturnType<typeof Electron.Notification.isSupported> =>
  standIn.Notification.isSupported()

type TrayMembers = Members<Electron.Tray, 'setToolTip' | 'setTitle' | 'destroy' | 'isDestroyed'>
export const tray = (made: InstanceType<typeof standIn.Tray>): TrayMembers => made
export const makeMenu = (template: Electron.MenuItemConstructorOptions[]) =>
  standIn.Menu.buildFromTemplate(template)

export const sendAction = (
  action: string,
): ReturnType<typeof Electron.Menu.sendActionToFirstResponder> =>
  standIn.Menu.sendActionToFirstResponder(action)

type PortMembers = Members<Electron.MessagePortMain, 'start' | 'close'>
export const port = (made: InstanceType<typeof standIn.MessageChannelMain>['port1']): PortMembers =>
  made
type UtilityMembers = Members<Electron.UtilityProcess, 'kill' | 'pid'>
export const utility = (made: ReturnType<typeof standIn.utilityProcess.fork>): UtilityMembers =>
  made
