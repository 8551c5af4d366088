import { noPauses, notRatable, plainStart } from '../breathing/pauses.ts'
import type { pauseMethods } from '../contract/pauses.ts'
import type { Handlers, Shapes } from '../door.ts'
import type { Desk } from './desk.ts'

export const pauseHandlers = ({
  state,
  open,
  rooms,
  changed,
  waiting,
  prompts,
}: Desk): Handlers<Shapes<typeof pauseMethods>> => ({
  'pause.begin': (pause) => rooms()?.pauses.begin(pause) ?? plainStart,
  'pause.save': (pause) => {
    prompts.paused()
    const made = rooms()
    if (!made) {
      if (waiting.pauses.every(({ id }) => id !== pause.id)) waiting.pauses.push(pause)
      return { kept: 'until-unlock' }
    }
    made.pauses.save(pause)
    return changed({ kept: 'saved' })
  },
  'pause.rate': ({ id, after }) => {
    const held = waiting.pauses.find((pause) => pause.id === id)
    if (held) {
      if (held.before === null) throw notRatable()
      const rated = { ...held, after }
      waiting.pauses = waiting.pauses.map((pause) => (pause === held ? rated : pause))
      return null
    }
    if (state() === 'absent') throw notRatable()
    // Locked, one that doesn't wait may well be in the journal: that is said, not "no such pause".
    open().pauses.rate(id, after)
    return changed(null)
  },
  'pauses.get': () => (state() === 'absent' ? noPauses : open().pauses.taken()),
})
