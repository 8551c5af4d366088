import { exercises } from '../../src/breathing/exercises.ts'
import type { Fits } from '../../src/ports.ts'
import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openPause, type Pause, type Wanted } from '../state/pause.ts'
import { motionNow } from '../theme/motion.ts'
import { Card } from './Card.tsx'

/** What is drawn in the card itself, by how long the agent usually has. */
const breaths: Record<Fits, Wanted | null> = {
  breath: { kind: 'longer-exhale', plannedMs: 10_000, chosen: 'me' },
  sighs: { kind: 'three-sighs', plannedMs: 30_000, chosen: 'me' },
  eyes: { kind: 'rest-eyes', plannedMs: exercises['rest-eyes'].ms, chosen: 'me' },
  minute: null,
  'check-in': null,
}

void start(async () => {
  const { fits, note } = await doors.shell('card.offer', {})
  const wanted = breaths[fits]
  let breath: Pause | null = null
  doors.onShell((told) => {
    if (told.event === 'call' && told.running) breath?.stop()
  })
  const settings = {
    seconds: () => motionNow() !== 'full',
    holdsRead: true,
    gentle: 'rest-eyes',
  } as const
  return (
    <Card
      note={note}
      checkIn={fits === 'check-in'}
      breathe={wanted && (() => (breath = openPause(doors, wanted, settings)))}
      onAnswer={(answer) => {
        void doors.shell('card.answer', { answer })
      }}
    />
  )
})
