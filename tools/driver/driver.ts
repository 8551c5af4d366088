import type { Page } from 'playwright-core'

/**
 * What the end-to-end tests drive: a running Lull, with real input and real pages. LULL_RUNTIME says
 * on what it runs; the tests are the same.
 */
export interface LaunchOptions {
  /** The profile's folder; a fresh one otherwise, deleted when the tests end. */
  profile?: string
  /** Lull's own place on this computer, in the folder `profile`, in place of `--profile`. Not on macOS. */
  installed?: boolean
  args?: readonly string[]
  /** Starts there and moves only by `step`; the real clock otherwise. An ISO instant. */
  clock?: string
  timezone?: string
  env?: NodeJS.ProcessEnv
  /** Folder of the built program; this repository otherwise. */
  app?: string
  /** `app` is what a package holds, and is told that it was packaged. */
  packaged?: boolean
  /** A command that is put before every process of the program, such as `['strace', '-f', ...]`. */
  wrap?: readonly string[]
  /** A mutant that lets something out: `quit` and `kill` throw otherwise, where anything tried to leave. */
  leaks?: boolean
  /**
   * Keeps the dead end behind Lull's sessions, for pages that try every way out. In all other runs the counting proxy
   * stands in its place, so that whatever got as far as that is known. On Electron it is always kept.
   */
  deadEnd?: boolean
}

export interface WindowView {
  name: string
  title: string
  visible: boolean
  focused: boolean
  bounds: { x: number; y: number; width: number; height: number }
  alwaysOnTop: boolean
  /** Null where the runtime can't tell. */
  skipTaskbar: boolean | null
  focusable: boolean
}

export interface MenuEntry {
  label: string
  type: string
  enabled: boolean
  checked: boolean
  items: MenuEntry[]
}

export interface TrayView {
  icon(): Promise<string>
  tooltip(): Promise<string>
  menu(): Promise<MenuEntry[]>
  /** Chooses the entry that these labels lead to. */
  press(...labels: string[]): Promise<void>
  click(which?: 'click' | 'right-click' | 'double-click'): Promise<void>
}

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface Lull {
  profile: string
  /** Where Chromium keeps what it keeps, and temp files lie. */
  folder: string
  tray: TrayView
  /** Resolves with its code once main has ended. */
  exited: Promise<Ended>
  /** The page of `app://lull/<name>/`, once that window is there and loaded. */
  window(name: string): Promise<Page>
  windows(): Promise<WindowView[]>
  /** The window that has the focus, or `outside`. */
  focus(): Promise<string>
  focusOutside(): Promise<void>
  /** A person drags a window there, by its upper left corner. */
  drag(name: string, to: { x: number; y: number }): Promise<void>
  /** Another screen stands there: the one before was unplugged. */
  screen(width: number, height: number): Promise<void>
  /** A key (as Playwright names it: `Enter`, `Control+Enter`) for the window with the focus; throws without one. */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Presses a global shortcut; throws when nothing is registered for it. */
  shortcut(accelerator: string): Promise<void>
  /** A real second process on the same profile. */
  secondProcess(
    args: readonly string[],
  ): Promise<{ code: number | null; stdout: string; stderr: string }>
  /**
   * Follows a link as the system does: starts what is registered for it, or, with `asMac`, hands it to
   * the program that runs. Throws where nothing is registered.
   */
  openLink(url: string, how?: { asMac: boolean }): Promise<void>
  notifications(): Promise<{ title: string; body: string; silent: boolean; shown: boolean }[]>
  clickNotification(index: number): Promise<void>
  /** The agent puts it away, or the system does after a while, into its list. */
  putAwayNotification(index: number, by: 'userCanceled' | 'timedOut'): Promise<void>
  power(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'): Promise<void>
  idle(seconds: number): Promise<void>
  /** What was handed to the system to open, error boxes, and dialogs that asked where to save. */
  opened(): Promise<string[]>
  answerDialog(answer: object): Promise<void>
  theme(dark: boolean): Promise<void>
  /** Moves the clocks of main, vault and pages together. Only with `clock`. */
  step(ms: number): Promise<void>
  /** Connections that tried to leave, as the dead proxy saw them. */
  requestsOut(): Promise<{ count: number; lines: string[] }>
  /** Every message that main's code handled: from windows, from its own ports, from utilities. */
  handled(): Promise<unknown[]>
  pids(): Promise<{ main: number; vaults: number[]; chromium: number[] }>
  /** Ends everything at once, as a power cut would for the program. */
  kill(): Promise<void>
  quit(): Promise<Ended>
  /** As Windows ends a session: it tells the windows, and nobody quits. On the stand-in only. */
  endSession(): Promise<void>
  stdout(): string
  stderr(): string
}

export async function launch(options: LaunchOptions = {}): Promise<Lull> {
  if (process.env['LULL_RUNTIME'] === 'electron') {
    const { launchElectron } = await import('./electron.ts')
    return launchElectron(options)
  }
  const { launchStandIn } = await import('./stand-in.ts')
  return launchStandIn(options)
}
