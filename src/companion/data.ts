import type { dataMethods } from '../contract/data.ts'
import type { Handlers, Shapes } from '../door.ts'
import { mostBytes } from '../transfer/file.ts'
import type { Desk } from './desk.ts'

const purposes = { json: 'json', csv: 'csv', markdown: 'markdown' } as const

export const dataHandlers = ({
  open,
  rooms,
  changed,
  grants,
  journal,
  wipe,
}: Desk): Handlers<Shapes<typeof dataMethods>> => ({
  'data.about': () => ({ ...journal.about(), holds: rooms()?.transfer.holds() ?? null }),
  'data.out': ({ grant, taken }, from) => {
    const { transfer } = open()
    grants.take(grant, purposes[taken.as], from)(transfer.out(taken))
    return null
  },
  'data.look': ({ grant }, from) => {
    const { transfer } = open()
    return transfer.look(grants.read(grant, 'import', from, mostBytes))
  },
  'data.bring': ({ id }) => changed(open().transfer.bring(id)),
  'data.leave': () => {
    open().transfer.leave()
    return null
  },
  'data.wipe': () => {
    open()
    wipe()
    return null
  },
})
