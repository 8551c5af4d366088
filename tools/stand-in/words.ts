/** What the processes of a run say to each other: main and utilities to the browser part, and back. */

import type { PrintSettings } from './print.ts'

export interface PageOptions {
  page: number
  partition: string
  /** The session's own proxy, where the app has set one. */
  proxy: string | null
  width: number
  height: number
  title: string
  backgroundColor: string
  visible: boolean
  /** Source of the preload, read by main; null without one. */
  preload: string | null
}

export interface SeenRequest {
  page: number | null
  partition: string
  url: string
  method: string
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | null
  resourceType: string
}

export type Decision =
  | { kind: 'cancel' }
  /** A navigation that the app prevented: the page stays as it is, without an error page. */
  | { kind: 'prevented' }
  | { kind: 'go on' }
  | { kind: 'redirect'; url: string }
  | { kind: 'answer'; status: number; headers: [string, string][]; body: Uint8Array<ArrayBuffer> }

export interface Frame {
  url: string
  isMain: boolean
}

export interface ChromiumOptions {
  /** Switches of the app, without the leading dashes. */
  switches: { name: string; value: string }[]
  schemes: string[]
}

export type Rect = { x: number; y: number; width: number; height: number }

export interface WindowModel {
  id: number
  page: number
  url: string
  title: string
  visible: boolean
  focused: boolean
  bounds: Rect
  alwaysOnTop: boolean
  skipTaskbar: boolean
  focusable: boolean
}

export interface MenuModel {
  label: string
  type: string
  enabled: boolean
  checked: boolean
  items: MenuModel[]
}

export interface NotificationModel {
  title: string
  body: string
  silent: boolean
  shown: boolean
}

export interface KeyInput {
  key: string
  control: boolean
  shift: boolean
  alt: boolean
  meta: boolean
}

/** From a process that runs the app's code (main or utility) about its ports. */
export interface PortWords {
  'port.send': (body: { port: string; data: unknown; ports: string[] }) => void
  'port.start': (body: { port: string }) => void
  'port.close': (body: { port: string }) => void
}

/** To such a process. */
export interface PortNews {
  'port.message': (body: { port: string; data: unknown; ports: string[] }) => void
  'port.closed': (body: { port: string }) => void
  /** Resolves once everything that was asked before has been done. */
  settle: (body: null) => Promise<void>
  /** Steps the clock; resolves with milliseconds to the next timer, or null. */
  step: (body: { ms: number }) => Promise<number | null>
}

// Records of functions, so types and not interfaces: they must fit `Words`.
export type MainSays = Pick<PortWords, keyof PortWords> & {
  hello: (body: { role: 'main'; pid: number }) => void
  chromium: (body: ChromiumOptions) => void
  'page.create': (body: PageOptions) => void
  /** `mayOpen`: whether the app lets this page open windows at all. Answers what went wrong, or null. */
  'page.load': (body: { page: number; url: string; mayOpen: boolean }) => Promise<string | null>
  /** The page as paper, a PDF. */
  'page.print': (body: {
    page: number
    settings: PrintSettings
  }) => Promise<Uint8Array<ArrayBuffer>>
  /** The page's process ends at once. */
  'page.crash': (body: { page: number }) => void
  'page.close': (body: { page: number; gently: boolean }) => Promise<void>
  'page.state': (body: { page: number; visible: boolean; focused: boolean; bounds: Rect }) => void
  'page.send': (body: { page: number; channel: string; args: unknown[]; ports: string[] }) => void
  /** The page gives the screen back that it had filled. */
  'page.leaveFullScreen': (body: { page: number }) => void
  'utility.spawned': (body: { utility: number; pid: number; name: string }) => void
  'utility.gone': (body: { utility: number }) => void
  'utility.send': (body: { utility: number; data: unknown; ports: string[] }) => void
  'port.pair': (body: { ports: [string, string] }) => void
  /** What the tray shows, for the strip of a headed run. */
  'tray.shown': (body: { tooltip: string; menu: MenuModel[] } | null) => void
}

export type MainHears = Pick<PortNews, keyof PortNews> & {
  'page.event': (body: {
    page: number
    event: 'loaded' | 'started' | 'crashed' | 'gone'
    url: string
  }) => void
  'page.title': (body: { page: number; title: string }) => void
  'page.moved': (body: { page: number; state: 'closed' | 'focused' | 'full' | 'not-full' }) => void
  'ipc.invoke': (body: {
    page: number
    frame: Frame
    channel: string
    args: unknown[]
  }) => Promise<unknown>
  'ipc.send': (body: {
    page: number
    frame: Frame
    channel: string
    args: unknown[]
    ports: string[]
  }) => void
  'utility.message': (body: { utility: number; data: unknown }) => void
  request: (body: SeenRequest) => Promise<Decision>
  /** Whether the page may go there. */
  navigate: (body: {
    page: number
    url: string
    isMain: boolean
    redirect: boolean
  }) => Promise<boolean>
  /** Whether the page may open a window. */
  open: (body: { page: number; url: string; name: string }) => Promise<boolean>
  /** Which of these permissions the app gives to its pages. */
  permissions: (body: { page: number; asked: string[]; origin: string }) => Promise<string[]>
  download: (body: { page: number; url: string }) => void
} & Controls

/** What a test (or the strip) reads and does in main. */
export type Controls = {
  'test.windows': (body: null) => WindowModel[]
  'test.tray': (body: null) => { icon: string; tooltip: string; menu: MenuModel[] } | null
  'test.trayPress': (body: { path: string[] }) => void
  'test.trayClick': (body: { which: 'click' | 'right-click' | 'double-click' }) => void
  'test.key': (body: { input: KeyInput }) => { page: number; prevented: boolean }
  'test.focusedPage': (body: null) => number | null
  'test.shortcut': (body: { accelerator: string }) => void
  'test.notifications': (body: null) => NotificationModel[]
  'test.notificationPutAway': (body: { index: number; by: 'userCanceled' | 'timedOut' }) => void
  'test.notificationClick': (body: { index: number }) => void
  'test.power': (body: { event: string }) => void
  'test.idle': (body: { seconds: number }) => void
  'test.focusOutside': (body: null) => void
  'test.focusWindow': (body: { id: number }) => void
  'test.dragWindow': (body: { id: number; to: { x: number; y: number } }) => void
  'test.screen': (body: { width: number; height: number }) => void
  'test.closeWindow': (body: { id: number }) => void
  'test.theme': (body: { dark: boolean }) => void
  /** Whom the system would start for a link of this scheme. */
  'test.linkHandler': (body: { scheme: string }) => { path: string; args: string[] } | null
  'test.openUrl': (body: { url: string }) => void
  'test.opened': (body: null) => string[]
  'test.answerDialog': (body: { answer: unknown }) => void
  'test.endSession': (body: null) => void
  'test.quit': (body: null) => void
}

export type UtilitySays = Pick<PortWords, keyof PortWords> & {
  hello: (body: { role: 'utility'; utility: number; pid: number }) => void
  'parent.send': (body: { data: unknown }) => void
}

export type UtilityHears = Pick<PortNews, keyof PortNews> & {
  'parent.message': (body: { data: unknown; ports: string[] }) => void
}
