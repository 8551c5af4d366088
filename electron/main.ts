import { app, dialog, nativeTheme } from 'electron'
import { existsSync } from 'node:fs'
import { help, parseCommandLine, type Order } from '../src/calls/command-line.ts'
import { openJournalPlace } from '../src/store/journal-place.ts'
import { createActions } from './actions.ts'
import { listenForSecondProcesses, obey, startsLull, withOrder, type Handed } from './commands.ts'
import { createConnect } from './connect.ts'
import { desktopOf } from './desktop.ts'
import { catchErrors, watchCrashes } from './crashes.ts'
import { createDevice, type DeviceRoom } from './device.ts'
import { shellFacts } from './facts.ts'
import { createFiles } from './files.ts'
import { answerKeychain } from './keychain.ts'
import { createLog, type Log } from './log.ts'
import { orderAtLogin } from './login-item.ts'
import { setMenu } from './menu.ts'
import { createMoving } from './moving.ts'
import { takeLock } from './only-one.ts'
import { ownArguments } from './own-arguments.ts'
import { isPortable, journalFolder, setPaths } from './paths.ts'
import { readPlace } from './place-reader.ts'
import { profileFolder } from './profile-folder.ts'
import { createPrinting } from './printing.ts'
import { watchPower } from './power.ts'
import { sensesOf, watchPresence } from './presence.ts'
import { declareScheme, serveScheme } from './scheme.ts'
import { closeTheDoors, silence } from './security.ts'
import { answerShellDoor } from './shell-door.ts'
import { listenForShortcuts } from './shortcuts.ts'
import { createTelling } from './telling.ts'
import { createTray } from './tray.ts'
import { createVaultHost, type VaultHost } from './vault-host.ts'
import { createWindows } from './windows.ts'
import { speak } from './words.ts'

/** 0: done or handed over. 2: a command line it doesn't understand. 3: could not start. */
const exitCodes = { done: 0, mistake: 2, couldNotStart: 3 }

const packaged = app.isPackaged
const windows = process.platform === 'win32'
const own = ownArguments(process.argv, packaged ? null : app.getAppPath())
const line = parseCommandLine(own, { packaged, windows })
switch (line.kind) {
  case 'help':
    leave(exitCodes.done, help)
    break
  case 'version':
    leave(exitCodes.done, `${app.getVersion()}\n`)
    break
  case 'mistake':
    leave(exitCodes.mistake, `${line.sentence}\n`)
    break
  case 'run':
    start(orderAtLogin(line.order), line.profile)
}

function start(order: Order, profile: string | null) {
  const folder = profileFolder({
    profile,
    packaged,
    platform: process.platform,
    execPath: process.execPath,
    appImage: process.env['APPIMAGE'],
    exists: existsSync,
  })
  const problem = setPaths(folder)
  if (problem) return leave(exitCodes.couldNotStart, `${problem}\n`)

  // Windows shows notifications of a program that it knows by its name in electron-builder.yml.
  if (windows && packaged) app.setAppUserModelId('org.lull.Lull')
  // All of this must stand before `ready`.
  silence()
  declareScheme()
  catchErrors()
  app.enableSandbox()
  const lock = takeLock(withOrder(order))
  if (lock === 'handed') return app.exit(exitCodes.done)
  if (lock !== 'first') return void noLock(lock.problem, order)
  if (!startsLull(order)) return app.exit(exitCodes.done)

  // Lull lives in the tray: no window is no reason to end.
  app.on('window-all-closed', () => {})
  const handed = listenForSecondProcesses(withOrder(order))
  app
    .whenReady()
    .then(() => run(handed, profile && app.getPath('userData')))
    .catch(couldNotStart)
}

/** `profile`: the folder that `--profile` named, which another process must name too. */
async function run(handed: Handed, profile: string | null) {
  const device = createDevice()
  nativeTheme.themeSource = device.now().theme
  await speak(device.now().language)
  setMenu()
  const session = await closeTheDoors()
  serveScheme(session)

  const ozone = app.commandLine.getSwitchValue('ozone-platform')
  const desktop = desktopOf({ platform: process.platform, env: process.env, ozone })
  const windows = createWindows(session, device, desktop)
  const place = await openJournalPlace({
    own: app.getPath('userData'),
    usual: journalFolder(),
    isCarried: isPortable(),
    read: readPlace,
  })
  const vault = createVaultHost(windows, () => place.start(), couldNotStart)
  // Before anybody begins another vault on hearing of it.
  vault.onNews((news) => news.kind === 'wiped' && place.wiped())
  const telling = createTelling(device, desktop)
  const actions = createActions(windows, vault, telling)
  const log = createLog(app.getPath('logs'))
  const crashes = watchCrashes(windows, vault, actions, log)
  logVault(vault, log)
  answerKeychain(vault)
  createTray(actions, vault)
  remind(vault, device)
  const shortcuts = listenForShortcuts(actions, device, windows)
  const connect = createConnect(actions, device, windows, profile)
  const files = createFiles(windows, vault)
  const presence = watchPresence(vault, sensesOf(desktop))
  const power = watchPower(actions, vault, device)
  const sees = async () => ({
    ...(await presence.see()),
    lock: power.lock(),
    tellsBy: telling.now(),
  })
  answerShellDoor(
    windows,
    actions,
    device,
    shortcuts,
    connect,
    files,
    createPrinting(windows),
    createMoving(windows, vault, actions, place),
    sees,
    crashes,
    () => shellFacts(device.now(), desktop, log),
  )

  app.on('activate', () => actions.open('main'))
  endGently(vault, log)

  await vault.ready
  handed.listen((data) => obey(data, actions, connect))
}

/** The start, and what the vault refused, in codes. */
function logVault(vault: VaultHost, log: Log) {
  log.add({ code: 'started' })
  vault.onNews((news) => {
    if (news.kind === 'trouble') log.add(news.event)
  })
}

/** The policy in the vault is told of the reminders at the start, and whenever they change. */
function remind(vault: VaultHost, device: DeviceRoom) {
  let told = ''
  const tell = () => {
    const { breakEveryMin, eyeRestEveryMin } = device.now()
    const now = `${breakEveryMin} ${eyeRestEveryMin}`
    // Telling begins them anew, and another theme is no reason for that.
    if (now === told) return
    told = now
    vault.tell({ kind: 'reminders', breakEveryMin, eyeRestEveryMin })
  }
  device.onChange(tell)
  tell()
}

const couldNotStart = (error: unknown) =>
  leave(exitCodes.couldNotStart, `Lull could not start: ${String(error)}\n`)

/** Whoever opened Lull sees a box; on Linux that needs a display, and a program that is ready. */
async function noLock(problem: string, order: Order) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  const hasBox = process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY)
  if (startsLull(order) && hasBox) {
    await app.whenReady()
    dialog.showErrorBox('Lull', problem)
  }
  leave(exitCodes.couldNotStart, `${problem}\n`)
}

/** Windows have sent their last by `will-quit`; the vault closes its file before the program goes. */
function endGently(vault: VaultHost, log: Log) {
  let ended = false
  const end = () => {
    ended = true
    log.add({ code: 'ended' })
    return vault.end()
  }
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void end().then(() => app.quit())
  })
  // Windows tells windows alone that its session ends, and quits nothing.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => void (ended || end()))
  })
}

function leave(code: number, text: string) {
  ;(code === exitCodes.done ? process.stdout : process.stderr).write(text, () => app.exit(code))
}
