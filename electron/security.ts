import { app, session, type Session } from 'electron'
import { isOurs } from './scheme.ts'

/**
 * Lull sends nothing. Program code opens no connection (lint); these close what Chromium itself
 * could open. Before `ready`.
 */
export function silence(): void {
  const off = app.commandLine
  off.appendSwitch('disable-background-networking')
  off.appendSwitch('disable-component-update')
  off.appendSwitch('disable-sync')
  off.appendSwitch('disable-breakpad')
  off.appendSwitch('disable-domain-reliability')
  off.appendSwitch('no-pings')
  off.appendSwitch('disable-gpu-shader-disk-cache')
  off.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  off.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  off.appendSwitch('disable-features', 'MediaRouter,OptimizationHints,AutofillServerCommunication')
}

/** One partition in memory for all windows: Chromium writes nothing. */
const partition = 'lull'

/**
 * Where everything goes that no rule can refuse: a proxy that isn't there. A preconnect and a TURN
 * server over TCP obey neither a content policy nor `onBeforeRequest` (found by the exploit test).
 */
const deadEnd = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const

/**
 * What our own pages may do: choose where a tone sounds, and let a pause fill the screen. Nothing that
 * hears, sees or sends.
 */
const given = new Set(['speaker-selection', 'fullscreen'])
const isGiven = (permission: string, url: string): boolean =>
  given.has(permission) && isOurs(url.endsWith('/') ? url : `${url}/`)

/** Closes every way out of a window, and returns the session that all windows share. */
export async function closeTheDoors(): Promise<Session> {
  const ours = session.fromPartition(partition)
  for (const each of [ours, session.defaultSession]) {
    each.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOurs(url) }))
    each.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
      decide(each === ours && isGiven(permission, requestingUrl)),
    )
    each.setPermissionCheckHandler(
      (_contents, permission, origin) => each === ours && isGiven(permission, origin),
    )
    each.setDevicePermissionHandler(() => false)
    each.setSpellCheckerEnabled(false)
    each.setSpellCheckerDictionaryDownloadURL('app://lull/none/')
    each.on('will-download', (event) => event.preventDefault())
    await each.setProxy(deadEnd)
  }
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    // A window shows the page it was made with; nothing takes it elsewhere.
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  return ours
}
