import type { checkInMethods } from '../contract/checkins.ts'
import type { Handlers, Shapes } from '../door.ts'
import type { Desk } from './desk.ts'

export const checkInHandlers = ({
  state,
  open,
  changed,
}: Desk): Handlers<Shapes<typeof checkInMethods>> => ({
  'checkin.save': (checkIn) => changed({ id: open().checkIns.save(checkIn) }),
  'checkin.list': ({ before }) =>
    state() === 'absent' ? { checkIns: [], hasMore: false } : open().stressLog.list(before),
  'checkin.get': ({ id }) => open().stressLog.one(id),
  'checkin.add': (checkIn) => {
    const { stressLog } = open()
    stressLog.add(checkIn)
    return changed(stressLog.one(checkIn.id))
  },
  'checkin.edit': (checkIn) => {
    open().stressLog.edit(checkIn)
    return changed(null)
  },
  'checkin.dropWords': ({ id }) => changed(open().stressLog.dropWords(id)),
  'checkin.delete': ({ id }) => changed(open().stressLog.delete(id)),
  'checkin.undo': ({ id }) => {
    open().stressLog.undo(id)
    return changed(null)
  },
})
