import type { shiftMethods } from '../contract/shifts.ts'
import type { Handlers, Shapes } from '../door.ts'
import { emptyToday } from '../today/today.ts'
import type { Desk } from './desk.ts'

export const shiftHandlers = ({
  state,
  open,
  rooms,
  changed,
  journal,
}: Desk): Handlers<Shapes<typeof shiftMethods>> => ({
  'checkin.save': (checkIn) => changed({ id: open().checkIns.save(checkIn) }),
  'shift.get': () => (state() === 'absent' ? { start: null, end: null } : open().shiftCards.get()),
  'shift.start': (answer) => {
    open().shiftCards.start(answer)
    return changed(null)
  },
  'shift.end': (to) => {
    open().shiftCards.end(to)
    return changed(null)
  },
  'unnoted.note': (note) => {
    open().types.require(note.type)
    open().unnotedNotes.save(note)
    return changed(null)
  },
  'unnoted.leave': ({ left }) => {
    open().shiftCards.leave(left)
    return changed(null)
  },
  'right.keep': (right) => {
    open().shiftCards.keepRight(right)
    return changed(null)
  },
  'right.drop': ({ shiftId }) => changed(open().shiftCards.dropRight(shiftId)),
  'right.list': ({ before }) =>
    state() === 'absent' ? { rights: [], hasMore: false } : open().shiftCards.rights(before),
  'recharge.get': () => (state() === 'absent' ? [] : open().recharge.get()),
  'recharge.set': (item) => changed(open().recharge.set(item)),
  'today.get': () => ({
    ...(state() === 'absent' ? emptyToday : open().today.get()),
    hasRecoveryKey: rooms() !== null && journal.hasRecoveryKey(),
    question: rooms()?.questions.now() ?? null,
  }),
})
