import type { incidentMethods } from '../contract/incidents.ts'
import type { Handlers, Shapes } from '../door.ts'
import type { Desk } from './desk.ts'

export const incidentHandlers = ({
  open,
  grants,
}: Desk): Handlers<Shapes<typeof incidentMethods>> => ({
  'incident.list': ({ period }) => open().incidents.list(period),
  'incident.words': ({ id }) => open().incidents.words(id),
  'incident.save': ({ grant, text }, from) => {
    open()
    grants.take(grant, 'incident', from)(text)
    return null
  },
})
