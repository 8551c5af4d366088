import type { journalMethods } from '../contract/journal.ts'
import type { Handlers, Shapes } from '../door.ts'
import { Refusal } from '../refusal.ts'
import type { Desk } from './desk.ts'

export const journalHandlers = ({
  state,
  rooms,
  waiting,
  journal,
  opening,
  anew,
  keys,
}: Desk): Handlers<Shapes<typeof journalMethods>> => ({
  'journal.state': () => ({
    state: state(),
    hasRecoveryKey: rooms() !== null && journal.keys.ways().recoveryKey,
    waiting: waiting.pauses.length,
  }),
  'journal.create': async ({ passphrase }) => {
    await opening(() => {
      if (state() !== 'absent') throw new Refusal('exists', 'There is a journal already.')
      return journal.create(passphrase)
    })
    return null
  },
  'journal.elsewhere': () => journal.elsewhere(),
  'journal.openHere': () => {
    journal.openHere()
    return null
  },
  'journal.open': async (secret) => {
    if (rooms()) return { notice: null, unreadable: 0, swapped: false }
    if (state() === 'absent') throw new Refusal('no-journal', 'There is no journal yet.')
    return opening(async () =>
      journal.open('keychain' in secret ? await keys.fromKeychain() : secret),
    )
  },
  'journal.trouble': () => ({ ...journal.trouble(), folder: journal.about().folder }),
  'journal.anew': () => {
    anew()
    return null
  },
})
