import type { trendMethods } from '../contract/trends.ts'
import type { Handlers, Shapes } from '../door.ts'
import { emptyTrends } from '../trends/trends.ts'
import type { Desk } from './desk.ts'

export const trendHandlers = ({
  state,
  open,
  changed,
  clock,
}: Desk): Handlers<Shapes<typeof trendMethods>> => ({
  'trends.get': ({ weeks }) =>
    state() === 'absent' ? emptyTrends(clock, weeks) : open().trends.get(weeks),
  'watch.begin': ({ as }) => {
    open().watching.begin(as)
    return changed(null)
  },
  'watch.answer': ({ shiftId, question, answer }) => {
    open().watching.answer(shiftId, question, answer)
    return changed(null)
  },
  'shift.kind': ({ shiftId, kind }) => {
    open().marks.setKind(shiftId, kind)
    return changed(null)
  },
  'mark.keep': (mark) => {
    open().marks.keep(mark)
    return changed(null)
  },
  'mark.delete': ({ id }) => {
    open().marks.delete(id)
    return changed(null)
  },
})
