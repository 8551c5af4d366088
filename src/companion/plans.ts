import type { planMethods } from '../contract/plans.ts'
import type { Handlers, Shapes } from '../door.ts'
import { noPlans } from '../plans/plans.ts'
import type { Desk } from './desk.ts'

export const planHandlers = ({
  state,
  open,
  changed,
}: Desk): Handlers<Shapes<typeof planMethods>> => ({
  'plan.list': () => (state() === 'absent' ? noPlans : open().plans.list()),
  'plan.keep': (plan) => changed(open().plans.keep(plan)),
  'plan.set': ({ id, state, rest }) => changed(open().plans.set(id, state, rest)),
  'plan.delete': ({ id }) => changed(open().plans.delete(id)),
  'plan.mark': ({ id, mark }) => changed(open().plans.mark(id, mark)),
  'plan.offered': ({ id }) => changed(open().plans.offered(id)),
})
