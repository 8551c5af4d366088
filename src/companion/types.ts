import type { typeMethods } from '../contract/types.ts'
import type { Handlers, Shapes } from '../door.ts'
import { plainTypes } from '../notes/types.ts'
import type { Desk } from './desk.ts'

export const typeHandlers = ({
  state,
  open,
  changed,
}: Desk): Handlers<Shapes<typeof typeMethods>> => ({
  'types.get': () => (state() === 'absent' ? plainTypes : open().types.get()),
  'types.set': (choices) => changed(open().types.set(choices)),
})
