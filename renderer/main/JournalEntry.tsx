import { t } from '@lingui/core/macro'
import { useEffect, useRef } from 'react'
import type { Input, JournalNote, VaultDoor } from '../../src/contract.ts'
import { difficulties } from '../../src/guidance/types.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { CustomerData } from '../components/CustomerData.tsx'
import field from '../components/Field.module.css'
import { Scale } from '../components/Scale.tsx'
import { TextArea } from '../components/TextArea.tsx'
import { typeName, typesNow } from '../i18n/names.ts'
import { askedWords } from '../i18n/note/asked.ts'
import type { JournalRoom } from '../state/journal.ts'
import classes from './Journal.module.css'
import main from './Main.module.css'
import { PlanFrom } from './plans/PlanFrom.tsx'

interface JournalEntryProps {
  note: JournalNote
  /** As it is being changed. */
  open: Input<VaultDoor, 'note.edit'>
  work: Work
  /** Its words are being taken off the disk. */
  busy: boolean
  room: JournalRoom
  onIncident: () => void
}

/** One open note: everything in it can be changed, and is kept within a second. Esc shuts it. */
export function JournalEntry({ note, open, work, busy, room, onIncident }: JournalEntryProps) {
  const { difficulty, type, words } = open
  const entry = useRef<HTMLDivElement>(null)
  useEffect(() => {
    entry.current?.querySelector<HTMLElement>('textarea, input:checked')?.focus()
  }, [])
  const close = () => {
    const line = entry.current?.parentElement?.querySelector<HTMLElement>('button[data-note]')
    void room.close().then(() => line?.focus())
  }
  return (
    <div
      ref={entry}
      className={classes['entry']}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
        if (event.key !== 'Escape' && !done) return
        event.preventDefault()
        close()
      }}
    >
      {words !== null && (
        <div>
          <TextArea
            label={askedWords(note.asked) ?? t`Words`}
            text={words}
            rows={4}
            onWrite={(written) => room.change({ words: written })}
          />
          <CustomerData text={words} onBlank={room.blank} />
        </div>
      )}
      <Scale
        legend={t`How hard was it?`}
        values={difficulties}
        low={t`easy`}
        high={t`very hard`}
        picked={difficulty}
        onPick={(picked) => room.change({ difficulty: picked })}
        onDone={(picked) => room.change({ difficulty: picked })}
      />
      <label className={field['named']}>
        {t`What was it?`}
        <select
          className={field['field']}
          value={type ?? ''}
          onChange={({ target }) =>
            room.change({ type: typesNow(type).find((each) => each === target.value) ?? null })
          }
        >
          <option value="">{t`No type`}</option>
          {typesNow(type).map((each) => (
            <option key={each} value={each}>
              {typeName(each, work)}
            </option>
          ))}
        </select>
      </label>
      <div className={main['ways']}>
        <Button kind="main" hint="Esc" onClick={close}>
          {t`Done`}
        </Button>
        <PlanFrom type={type} />
        {(note.hasWords || words !== '') && (
          <Button busy={busy} onClick={() => void room.dropWords()}>
            {t`Drop the words, keep the number`}
          </Button>
        )}
        <Button busy={busy} onClick={() => void room.remove()}>
          {t`Delete the note`}
        </Button>
        {type === 'abusive' && (
          <Button kind="quiet" onClick={onIncident}>
            {t`Incident note`}
          </Button>
        )}
      </div>
      <p className={main['quiet']}>
        {t`Both can be taken back for 8 seconds; then they leave the disk for good. What was copied out of Lull's folder, by a backup of this computer for one, is out of reach.`}
      </p>
    </div>
  )
}
