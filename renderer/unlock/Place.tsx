import { t } from '@lingui/core/macro'
import type { Moved } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { dayTimeOf, timeOf } from '../i18n/times.ts'
import type { UnlockState } from '../state/unlock.ts'
import { Say } from './Say.tsx'

type ElsewhereProps = Pick<UnlockState, 'busy' | 'problem' | 'elsewhere'> & {
  onOpen: () => Promise<void>
  onClose: () => void
}

/** Two desks that write at once would each lose what the other one wrote. What is safe is the main thing. */
export function Elsewhere({ busy, problem, elsewhere, onOpen, onClose }: ElsewhereProps) {
  const computer = elsewhere?.computer ?? ''
  const since = sinceWords(elsewhere?.since ?? 0)
  return (
    <Say
      heading={t`Open on ${computer} since ${since}`}
      actions={
        <>
          <Button kind="main" hint="Esc" onClick={onClose}>
            {t`Not now`}
          </Button>
          <Button busy={busy} onClick={() => void onOpen()}>
            {t`Open it here all the same`}
          </Button>
        </>
      }
    >
      <p>{t`Your journal is still open there, or Lull couldn’t close it. If both computers write, each can lose what the other one kept.`}</p>
      <p>{t`If it isn’t open there any more, open it here. A copy of it as it is now is put aside first.`}</p>
      <Problem code={problem} />
    </Say>
  )
}

const dayMs = 24 * 3_600_000

const sinceWords = (since: number): string =>
  Math.abs(Date.now() - since) < dayMs ? timeOf(since) : dayTimeOf(since)

type GoneProps = Pick<UnlockState, 'busy' | 'problem' | 'notThere'> & {
  onFind: () => Promise<void>
  onAnew: () => void
  onClose: () => void
}

/** The stick is away, has another letter here, or is lost for good. */
export function Gone({ busy, problem, notThere, onFind, onAnew, onClose }: GoneProps) {
  return (
    <Say
      heading={t`Your journal isn’t where it was`}
      actions={
        <>
          <Button kind="main" hint="Esc" onClick={onClose}>
            {t`Not now`}
          </Button>
          <Button busy={busy} onClick={() => void onFind()}>
            {t`Show Lull where it is`}
          </Button>
          <Button kind="quiet" busy={busy} onClick={onAnew}>
            {t`Begin another journal on this computer`}
          </Button>
        </>
      }
    >
      <p>{t`You moved it to another folder, and that isn’t there now. Plug in the stick or connect the drive, then open Lull’s window again. Nothing was changed, and no other journal was begun.`}</p>
      <p role="status">{notThereWords(notThere)}</p>
      <Problem code={problem} />
    </Say>
  )
}

/** What was found where a journal was looked for. */
export function notThereWords(notThere: UnlockState['notThere']): string | null {
  if (notThere === 'network')
    return t`That is a network drive, and an open journal needs a disk of its own. Copy the whole folder to this computer or to a stick, then show Lull that one.`
  return notThere && t`There is no journal in that folder.`
}

/** What became of a move, over the field that asks for the secret. */
export function movedWords({ folder, problem }: Moved): string[] {
  if (problem === null)
    return [t`Your journal has moved. It lies in “${folder}”, and opens as before.`]
  const why = {
    'disk-full': t`There wasn’t room for it there.`,
    'read-only': t`That folder couldn’t be written to.`,
    busy: t`Another program was using it.`,
    damaged: t`The copy wasn’t what it should be.`,
  }[problem]
  return [t`Your journal couldn’t be moved, and is as it was.`, why]
}
