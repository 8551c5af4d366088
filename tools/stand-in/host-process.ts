/**
 * The browser part of a run without a test: started by main with a pipe to it, ends with it. With a
 * display it shows real windows and a strip for the tray.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createHost, listen } from './host.ts'
import { isHeadless } from './display.ts'

const folder = mkdtempSync(join(tmpdir(), 'lull-chromium-'))
const stepped = process.env['LULL_CLOCK'] === 'stepped'
const host = createHost({
  folder,
  headless: isHeadless(),
  // Nobody listens on the discard port: every request out is refused.
  proxy: '127.0.0.1:9',
  keepsProxies: true,
  ownProxy: '127.0.0.1:9',
  env: process.env,
  timezone: process.env['LULL_TZ'] ?? null,
  startAt: stepped ? Date.parse(process.env['LULL_CLOCK_START'] ?? '2026-03-02T09:00:00Z') : null,
})
const address = process.env['LULL_STAND_IN_UTILITIES'] ?? ''
host.onEnd(() => void finish())
host.greetMain(new Socket({ fd: 3 }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
await listen(address, (socket) => host.greetUtility(socket)).catch((error: Error) => {
  // Main may have ended before it could be helped, and its folder with it.
  if (existsSync(dirname(address))) throw error
  return finish()
})

async function finish() {
  await host.end()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  process.exit(0)
}
