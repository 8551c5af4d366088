import { t } from '@lingui/core/macro'
import { useEffect, useId, useRef, type Ref } from 'react'
import type { CheckInEntry } from '../../../src/contract.ts'
import { Button } from '../../components/Button.tsx'
import { checkInKindName, saidLine } from '../../i18n/main/check-ins.ts'
import { timeIn } from '../../i18n/times.ts'
import type { CheckInsRoom, OpenCheckIn } from '../../state/check-ins.ts'
import journal from '../Journal.module.css'
import { isDone } from '../keyboard.ts'
import main from '../Main.module.css'
import CheckInMore from './CheckInMore.tsx'
import { TwoScales } from './TwoScales.tsx'

interface CheckInRowProps {
  checkIn: CheckInEntry
  /** As it is being changed; null where it is shut. */
  open: OpenCheckIn | null
  busy: boolean
  room: CheckInsRoom
}

/** One check-in in one line, and under it what can be changed while it is open. */
export function CheckInRow({ checkIn, open, busy, room }: CheckInRowProps) {
  const line = useRef<HTMLButtonElement>(null)
  return (
    <li>
      <Line
        line={line}
        checkIn={checkIn}
        isOpen={open !== null}
        onTurn={() => void (open ? room.close() : room.open(checkIn.id))}
      />
      {open && (
        <Entry
          open={open}
          busy={busy}
          room={room}
          onClose={() => void room.close().then(() => line.current?.focus())}
        />
      )}
    </li>
  )
}

interface LineProps {
  line: Ref<HTMLButtonElement>
  checkIn: CheckInEntry
  isOpen: boolean
  onTurn: () => void
}

function Line({ line, checkIn, isOpen, onTurn }: LineProps) {
  const { at, zone, kind, stress, energy, details, words, hasWords } = checkIn
  const id = useId()
  const said = isOpen ? '' : [saidLine(details), words ?? ''].filter(Boolean).join(' · ')
  const kindName = checkInKindName(kind)
  return (
    <button
      ref={line}
      type="button"
      data-check-in={checkIn.id}
      className={journal['line']}
      aria-expanded={isOpen}
      aria-describedby={said === '' ? undefined : id}
      onClick={onTurn}
    >
      <time dateTime={new Date(at).toISOString()}>{timeIn(at, zone)}</time>
      <span className={journal['what']}>
        <span>{t`Stress ${stress}, energy ${energy}`}</span>
        {kindName !== null && <small>{kindName}</small>}
        {checkIn.addedLater && <small className={journal['later']}>{t`added later`}</small>}
        {said !== '' && (
          <span id={id} className={journal['folded']}>
            {said}
          </span>
        )}
        {words === null && hasWords && <small>{t`Its words aren’t shown at this desk.`}</small>}
      </span>
    </button>
  )
}

interface EntryProps {
  open: OpenCheckIn
  busy: boolean
  room: CheckInsRoom
  onClose: () => void
}

/** Everything in it can be changed, and is kept within a second. Esc shuts it. */
function Entry({ open, busy, room, onClose }: EntryProps) {
  const { stress, energy, words } = open
  const entry = useRef<HTMLDivElement>(null)
  useEffect(() => {
    entry.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [])
  return (
    <div
      ref={entry}
      className={journal['entry']}
      onKeyDown={(event) => {
        if (!isDone(event)) return
        event.preventDefault()
        onClose()
      }}
    >
      <TwoScales
        stress={stress}
        energy={energy}
        onStress={(picked) => room.change({ stress: picked })}
        onEnergy={(picked) => room.change({ energy: picked })}
      />
      <CheckInMore open={open} room={room} />
      <div className={main['ways']}>
        <Button kind="main" hint="Esc" onClick={onClose}>
          {t`Done`}
        </Button>
        {(words ?? '') !== '' || open.hasHidden ? (
          <Button busy={busy} onClick={() => void room.dropWords()}>
            {t`Drop the words, keep the numbers`}
          </Button>
        ) : null}
        <Button busy={busy} onClick={() => void room.remove()}>
          {t`Delete the check-in`}
        </Button>
      </div>
      <p className={main['quiet']}>
        {t`Both can be taken back for 8 seconds; then they leave the journal, and every older copy that Lull can change. What was copied out of Lull’s folder, by a backup of this computer for one, is out of reach.`}
      </p>
    </div>
  )
}
