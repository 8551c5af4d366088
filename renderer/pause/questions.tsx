import { t } from '@lingui/core/macro'
import type { ReactElement } from 'react'
import type { Pause, PauseState } from '../state/pause.ts'
import { Gentler } from './Gentler.tsx'
import { Safety } from './Safety.tsx'
import { Tension } from './Tension.tsx'

/** What is asked around a pause, now and then: most pauses ask nothing, and don't load this. */
export function questionOf(pause: Pause, stage: PauseState['stage']): ReactElement | null {
  switch (stage) {
    case 'reading':
      return <Safety onRead={pause.read} />
    case 'gentler':
      return <Gentler onChoose={pause.gentler} />
    case 'before':
      return (
        <Tension
          key="before"
          question={t`How tense are you, right now?`}
          onAnswer={pause.before}
          onSkip={() => pause.before(null)}
        />
      )
    case 'after':
      return (
        <Tension
          key="after"
          question={t`And now?`}
          onAnswer={pause.after}
          onSkip={() => pause.after(null)}
        />
      )
    default:
      return null
  }
}
