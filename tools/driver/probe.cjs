/**
 * Loaded into real Electron's main process by `-r`, before the program: remembers trays, menus,
 * notifications and shortcuts, which no protocol shows, and does what a test asks for over a local
 * socket, one JSON text a line. Written from Electron's documentation; NOT YET RUN (no binary here).
 */
const { connect } = require('node:net')
const electron = require('electron')

const {
  app,
  BrowserWindow,
  Notification,
  Tray,
  dialog,
  globalShortcut,
  ipcMain,
  powerMonitor,
  shell,
  utilityProcess,
} = electron
const trays = []
const tooltips = new WeakMap()
const menus = new WeakMap()
const notifications = []
const putAway = new WeakSet()
const shortcuts = new Map()
const opened = []
const answers = []
const handled = []
const utilities = new Set()
let idleSeconds = null

/** Puts `around` in front of a method; it gets the real one, bound. */
function wrap(owner, name, around) {
  const real = owner[name]
  owner[name] = function wrapped(...args) {
    return around.call(this, real.bind(this), ...args)
  }
}

wrap(Tray.prototype, 'setToolTip', function remember(real, text) {
  if (!trays.includes(this)) trays.push(this)
  tooltips.set(this, text)
  return real(text)
})
wrap(Tray.prototype, 'setContextMenu', function remember(real, menu) {
  if (!trays.includes(this)) trays.push(this)
  menus.set(this, menu)
  return real(menu)
})
wrap(Notification.prototype, 'show', function remember(real) {
  notifications.push(this)
  return real()
})
wrap(Notification.prototype, 'close', function remember(real) {
  putAway.add(this)
  return real()
})
wrap(globalShortcut, 'register', (real, accelerator, run) => {
  shortcuts.set(accelerator.toLowerCase(), run)
  return real(accelerator, run)
})
wrap(globalShortcut, 'unregisterAll', (real) => {
  shortcuts.clear()
  return real()
})
wrap(shell, 'openExternal', async (_real, url) => void opened.push(url))
wrap(dialog, 'showSaveDialog', async (_real, _window, { defaultPath = '', properties = [] }) => {
  opened.push(`save: ${defaultPath} (${properties.join(', ')})`)
  const answer = answers.shift() ?? Promise.reject(new Error('showSaveDialog: no answer'))
  return { canceled: false, filePath: '', ...(await answer) }
})
for (const name of ['showMessageBox', 'showOpenDialog'])
  wrap(dialog, name, async () => answers.shift() ?? Promise.reject(new Error(`${name}: no answer`)))
wrap(
  dialog,
  'showErrorBox',
  (_real, title, content) => void opened.push(`error: ${title}: ${content}`),
)
wrap(ipcMain, 'handle', (real, channel, handler) =>
  real(channel, (event, ...args) => {
    handled.push({ kind: 'ipc.invoke', body: { channel, args } })
    return handler(event, ...args)
  }),
)
wrap(utilityProcess, 'fork', (real, ...args) => {
  const child = real(...args)
  utilities.add(child)
  child.on('message', (body) => handled.push({ kind: 'utility', body }))
  child.on('exit', () => utilities.delete(child))
  return child
})
app.once('ready', () => wrap(powerMonitor, 'getSystemIdleTime', (real) => idleSeconds ?? real()))

const modelOf = (menu) =>
  (menu?.items ?? [])
    .filter((item) => item.visible)
    .map((item) => ({
      label: item.label,
      type: item.type,
      enabled: item.enabled,
      checked: item.checked,
      items: modelOf(item.submenu),
    }))
const tray = () => trays.findLast((each) => !each.isDestroyed())

function press(menu, [label, ...rest]) {
  const item = menu?.items.find((each) => each.visible && each.label === label)
  if (!item) throw new Error(`the menu has no entry "${label}"`)
  if (rest.length > 0) press(item.submenu, rest)
  else item.click()
}

const asked = {
  windows: () =>
    BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      title: window.getTitle(),
      visible: window.isVisible(),
      focused: window.isFocused(),
      bounds: window.getBounds(),
      alwaysOnTop: window.isAlwaysOnTop(),
      // Electron can set it and not read it.
      skipTaskbar: null,
      focusable: window.isFocusable(),
    })),
  tray: () => {
    const shown = tray()
    return (
      shown && { icon: '', tooltip: tooltips.get(shown) ?? '', menu: modelOf(menus.get(shown)) }
    )
  },
  trayPress: ({ path }) => press(menus.get(tray()), path),
  trayClick: ({ which }) => void tray().emit(which, {}, tray().getBounds()),
  shortcut: ({ accelerator }) => {
    const run = shortcuts.get(accelerator.toLowerCase())
    if (!run) throw new Error(`nothing is registered for "${accelerator}"`)
    run()
  },
  notifications: () =>
    notifications.map((each) => {
      const { title, body, silent } = each
      return { title, body, silent, shown: !putAway.has(each) }
    }),
  notificationClick: ({ index }) => void notifications[index].emit('click', {}),
  notificationPutAway: ({ index, by }) => {
    if (by === 'userCanceled') putAway.add(notifications[index])
    notifications[index].emit('close', { reason: by })
  },
  power: ({ event }) => void powerMonitor.emit(event),
  idle: ({ seconds }) => {
    idleSeconds = seconds
  },
  focusOutside: () => BrowserWindow.getFocusedWindow()?.blur(),
  opened: () => opened,
  answerDialog: ({ answer }) => void answers.push(answer),
  theme: ({ dark }) => {
    electron.nativeTheme.themeSource = dark ? 'dark' : 'light'
  },
  handled: () => handled,
  pids: () => ({
    main: process.pid,
    vaults: [...utilities].map((child) => child.pid).filter(Boolean),
    chromium: app
      .getAppMetrics()
      .map(({ pid }) => pid)
      .filter((pid) => pid !== process.pid),
  }),
  quit: () => app.quit(),
}

const address = process.env.LULL_PROBE
delete process.env.LULL_PROBE
if (address) {
  const socket = connect(address)
  let rest = ''
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    for (const line of lines) {
      const { id, what, body } = JSON.parse(line)
      let answer
      try {
        answer = { id, value: asked[what](body) ?? null, error: null }
      } catch (error) {
        answer = { id, value: null, error: error.message }
      }
      socket.write(`${JSON.stringify(answer)}\n`)
    }
  })
  socket.unref()
}
