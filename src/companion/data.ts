import type { Looked } from '../contract.ts'
import type { dataMethods } from '../contract/data.ts'
import type { Handlers, Shapes } from '../door.ts'
import { mostBytes } from '../transfer/file.ts'
import { asText } from '../transfer/transfer.ts'
import type { Desk } from './desk.ts'

const purposes = {
  json: 'json',
  csv: 'csv',
  markdown: 'markdown',
  encrypted: 'encrypted',
} as const

export function dataHandlers({
  open,
  rooms,
  changed,
  grants,
  journal,
  wipe,
}: Desk): Handlers<Shapes<typeof dataMethods>> {
  /** What came of the last look. */
  let looked: Looked | null = null

  return {
    'data.about': () => ({ ...journal.about(), holds: rooms()?.transfer.holds() ?? null }),
    'data.out': ({ grant, taken }, from) => {
      const { transfer } = open()
      const write = grants.take(grant, purposes[taken.as], from)
      write(taken.as === 'encrypted' ? journal.encrypted.take() : transfer.out(taken))
      return null
    },
    'data.look': ({ grant }, from) => {
      const { transfer } = open()
      journal.encrypted.drop()
      transfer.leave()
      looked = null
      const bytes = grants.read(grant, 'import', from, mostBytes)
      if (bytes === null) return { problem: { what: 'too-large' } }
      if (!journal.encrypted.is(bytes)) {
        const text = textIn(bytes)
        return text === null ? { problem: { what: 'not-json' } } : transfer.look(text)
      }
      const what = journal.encrypted.keep(bytes)
      return what ? { problem: { what } } : { problem: null, found: null }
    },
    'data.openFile': async ({ secret }) => {
      open()
      const read = await journal.encrypted.read(secret, asText)
      // It may have locked meanwhile.
      const { transfer } = open()
      looked =
        read.problem === null ? transfer.look(read.value) : { problem: { what: read.problem } }
      return changed(null)
    },
    'data.found': () => looked,
    'data.bring': ({ id }) => {
      looked = null
      return changed(open().transfer.bring(id))
    },
    'data.leave': () => {
      open().transfer.leave()
      journal.encrypted.drop()
      looked = null
      return null
    },
    'data.wipe': () => {
      open()
      wipe()
      return null
    },
  }
}

/** Null where it isn't UTF-8 (a byte order mark aside): a sign that was guessed would count as the agent's word. */
function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
