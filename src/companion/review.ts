import type { reviewMethods } from '../contract/review.ts'
import type { Handlers, Shapes } from '../door.ts'
import type { Desk } from './desk.ts'

export const reviewHandlers = ({
  rooms,
  open,
  changed,
  grants,
}: Desk): Handlers<Shapes<typeof reviewMethods>> => ({
  'week.due': ({ firstDay }) => ({ from: rooms()?.weeks.due(firstDay) ?? null }),
  'week.get': ({ firstDay, from }) => open().weeks.get(firstDay, from),
  'week.keep': ({ from, change }) => {
    open().reviews.keep(from, change)
    return changed(null)
  },
  'week.drop': ({ from }) => changed(open().reviews.drop(from)),
  'week.list': ({ before }) => open().reviews.list(before),
  'sheet.offer': (period) => open().sheet.offer(period),
  'sheet.get': (asked) => open().sheet.get(asked),
  'sheet.save': ({ grant, pdf }, from) => {
    open()
    grants.take(grant, 'sheet', from)(Uint8Array.fromBase64(pdf))
    return null
  },
})
