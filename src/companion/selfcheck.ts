import type { selfCheckMethods } from '../contract/selfcheck.ts'
import type { Handlers, Shapes } from '../door.ts'
import { noSelfChecks, type SelfCheckRoom } from '../selfcheck/self-checks.ts'
import type { Desk } from './desk.ts'

export const selfCheckHandlers = ({
  state,
  open,
  changed,
  clock,
}: Desk): Handlers<Shapes<typeof selfCheckMethods>> => {
  /** Does something to the self-checks, and gives what there is now. */
  function done(work: (room: SelfCheckRoom) => void) {
    const { selfChecks } = open()
    work(selfChecks)
    return changed(selfChecks.get())
  }
  return {
    'selfcheck.get': () => (state() === 'absent' ? noSelfChecks(clock) : open().selfChecks.get()),
    'selfcheck.answer': ({ item, value }) => done((room) => room.answer(item, value)),
    'selfcheck.finish': ({ id, finished }) => done((room) => room.finish(id, finished)),
    'selfcheck.delete': ({ id }) => done((room) => room.delete(id)),
    'selfcheck.undo': ({ id }) => done((room) => room.undo(id)),
    'selfcheck.week': ({ value }) => done((room) => room.week(value)),
    'selfcheck.skip': () => {
      open().selfChecks.skip()
      return changed(null)
    },
    'heavy.read': () => {
      open().heavy.read()
      return changed(null)
    },
  }
}
