import type { copyMethods } from '../contract/copies.ts'
import { lookInto } from '../copies/restoring.ts'
import type { Handlers, Shapes } from '../door.ts'
import type { Secret } from '../ports.ts'
import type { Desk } from './desk.ts'

export const copyHandlers = ({
  open,
  rooms,
  journal,
  copying,
  restore,
}: Desk): Handlers<Shapes<typeof copyMethods>> => {
  const look = (name: string, secret: Secret | null) =>
    journal.copies.read(name, secret, (copy) => lookInto(copy, rooms()?.store ?? null))
  return {
    'copies.list': () => ({
      folder: journal.copies.folder,
      copies: journal.copies.list(),
      trouble: copying.trouble(),
    }),
    'copies.look': ({ name }) => {
      open()
      return look(name, null)
    },
    'copies.restore': async ({ name }) => {
      open()
      await restore(name, null)
      return null
    },
    'copies.lookBy': ({ name, secret }) => look(name, secret),
    'copies.restoreBy': ({ name, secret }) => restore(name, secret),
  }
}
