/**
 * The vault: the one process that holds keys and words. Windows speak to it over ports of their own;
 * ending it is what locking means.
 */
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { MessagePortMain } from 'electron'
import { createCompanion } from '../src/companion.ts'
import type { WindowEvent, WindowName } from '../src/contract.ts'
import type { Clock, ShellNews } from '../src/ports.ts'
import { createJournal } from '../src/store/journal.ts'
import { journalSettings, stickSettings } from '../src/store/open.ts'
import { createFiles } from '../src/store/write-out.ts'
import { quietly } from './quiet-end.ts'
import { createVaultKeychain } from './vault-keychain.ts'
import { parseStart } from './vault-start.ts'

type FromMain = ShellNews | { kind: 'window'; name: WindowName } | { kind: 'alone' }

const migrations = Object.entries(
  import.meta.glob<string>('../src/store/migrations/*.sql', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, sql]) => {
  const [, version = '', name = ''] = /(\d{4})-([\w-]+)\.sql$/.exec(path) ?? []
  return { version: Number(version), name, sql }
})

const clock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) }
const main = process.parentPort
const ports = new Set<MessagePortMain>()

const { keychain, hear: hearKeychain } = createVaultKeychain(
  (news) => main.postMessage(news),
  random,
)
// A vault that ends is replaced; what its error says may quote what somebody wrote.
process.on('uncaughtException', (error) => {
  process.stderr.write(quietly(error))
  process.exit(1)
})
const { folder, own, isStick, isPlaced, computerId, wasHere, isClosing } = parseStart(
  process.argv.at(-1) ?? '',
)
const alone = Promise.withResolvers<void>()
if (!isClosing) alone.resolve()
const companion = createCompanion({
  journal: createJournal({
    folder,
    migrations,
    clock,
    random,
    settings: isStick ? stickSettings : journalSettings,
    computer: hostname(),
    computerId,
    isAlone: true,
    isPlaced,
    wasHere,
    closing: alone.promise,
  }),
  clock,
  random,
  keychain,
  files: createFiles(own, random, folder),
  shell: { tell: (news) => main.postMessage(news) },
  publish: (event: WindowEvent) => {
    for (const port of ports) port.postMessage(event)
  },
})

main.on('message', ({ data, ports: [port] }: { data: FromMain; ports: MessagePortMain[] }) => {
  if (data.kind === 'keychain') return hearKeychain(data)
  if (data.kind === 'alone') return alone.resolve()
  if (data.kind !== 'window') {
    companion.hear(data)
    if (data.kind === 'end') process.exit(0)
    return
  }
  if (port) serve(data.name, port)
})

function serve(window: WindowName, port: MessagePortMain) {
  ports.add(port)
  port.on('close', () => ports.delete(port))
  port.on('message', ({ data }) => {
    companion.answer(window, data).then(
      (answer) => port.postMessage(answer),
      () => port.close(),
    )
  })
  port.start()
}
