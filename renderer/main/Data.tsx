import { plural, t } from '@lingui/core/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { localDate } from '../../src/shifts/shift.ts'
import type { Work } from '../../src/settings/choices.ts'
import { csvTables, type CsvTable } from '../../src/transfer/kinds.ts'
import type { LookedAt } from '../../src/transfer/transfer.ts'
import { Button } from '../components/Button.tsx'
import { Choices } from '../components/Choices.tsx'
import { Dialog } from '../components/Dialog.tsx'
import field from '../components/Field.module.css'
import { Problem } from '../components/Problem.tsx'
import { Switch } from '../components/Switch.tsx'
import { countWords, sizeWords } from '../i18n/keys/counts.ts'
import { fileProblemWords, markdownWords } from '../i18n/main/data.ts'
import { pageName } from '../i18n/main/names.ts'
import { fullDayOf } from '../i18n/times.ts'
import type { DataRoom, DataView, Taken } from '../state/data.ts'
import classes from './Data.module.css'
import { DataPart as Part } from './DataPart.tsx'
import { MoveIt } from './MoveIt.tsx'
import main from './Main.module.css'

interface DataProps {
  room: DataRoom
  work: Work
  /** Words are shown at this desk. */
  words: boolean
  onCopies: () => void
}

/** What is there and where; take it out, bring it in, delete it. */
export default function Data({ room, work, words, onCopies }: DataProps) {
  const view = useStore(room.store)
  const { about, done, problem, fileProblem, found, busy } = view
  const [asking, setAsking] = useState(false)
  const bringIn = useRef<HTMLHeadingElement>(null)
  const leave = () => {
    room.drop()
    bringIn.current?.focus()
  }
  const bring = () => {
    void room.bring()
    bringIn.current?.focus()
  }
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])

  return (
    <>
      <header>
        <h1>{pageName('data')}</h1>
        <p className={main['lead']}>
          {t`It is yours: look at it, take it out, bring it back, delete it.`}
        </p>
      </header>
      <Problem code={problem} />
      {about && <There about={about} onCopies={about.holds ? onCopies : room.openCopies} />}
      {about?.holds && (
        <>
          <MoveIt room={room.place} />
          <TakeOut view={view} room={room} work={work} words={words} />
          <Part title={t`Bring in`} heading={bringIn}>
            <p className={classes['hint']}>
              {t`A file that Lull has written, as JSON or encrypted, of this journal or another of yours. What is here stays; of an entry that is in both, the one that was changed more often counts, and of as many the later one. What you deleted stays deleted. A copy of the journal is made first.`}
            </p>
            <p>
              <Button busy={busy === 'look'} onClick={() => void room.choose()}>
                {t`Choose a file`}
              </Button>
            </p>
            {view.isSealed && (
              <div className={classes['found']}>
                <p>{t`This file is encrypted. What opened its journal when it was written opens it.`}</p>
                <div className={main['ways']}>
                  <Button kind="main" onClick={() => void room.openFile()}>
                    {t`Open it`}
                  </Button>
                  <Button onClick={leave}>{t`Leave it`}</Button>
                </div>
              </div>
            )}
            {found && (
              <Found
                found={found}
                words={words}
                busy={view.busy === 'bring'}
                onBring={bring}
                onLeave={leave}
              />
            )}
            <p role="status" className={fileProblem ? main['amber'] : ''}>
              {fileProblem
                ? fileProblemWords(fileProblem)
                : done === 'brought-in' && t`Brought in.`}
            </p>
          </Part>
          <Part title={t`Delete everything`}>
            <p className={classes['hint']}>
              {t`The journal, its keys and its copies. Lull begins anew. What you took out, and what a backup of this computer holds, is out of Lull’s reach.`}
            </p>
            <p>
              <Button busy={busy === 'wipe'} onClick={() => setAsking(true)}>
                {t`Delete everything`}
              </Button>
            </p>
          </Part>
        </>
      )}
      {about && !about.holds && (
        <p
          className={classes['hint']}
        >{t`There is no journal yet. It begins with your first entry.`}</p>
      )}
      {asking && (
        <Sure
          onWipe={() => {
            setAsking(false)
            void room.wipe()
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

function There({
  about: { folder, bytes, copies, holds },
  onCopies,
}: {
  about: NonNullable<DataView['about']>
  onCopies: () => void
}) {
  return (
    <Part title={t`What is there`}>
      <dl className={classes['there']}>
        {holds && (
          <div>
            <dt>{t`In it`}</dt>
            <dd>
              {countWords({ ...holds, plans: 0, other: 0 }) ??
                t`No shift, note, check-in or pause yet`}
              {holds.from !== null && t`, from ${fullDayOf(holds.from)} on`}
            </dd>
          </div>
        )}
        <div>
          <dt>{t`Size`}</dt>
          <dd>
            {sizeWords(bytes)}
            {copies > 0 &&
              `, ${plural(copies, { one: 'with # older copy', other: 'with # older copies' })}`}
          </dd>
        </div>
        <div>
          <dt>{t`Where`}</dt>
          <dd className={classes['path']}>{folder}</dd>
        </div>
      </dl>
      {(holds || copies > 0) && (
        <p>
          <Button onClick={onCopies}>{holds ? t`Look at the copies` : t`Open a copy`}</Button>
        </p>
      )}
    </Part>
  )
}

type As = Taken['as']

function TakeOut({ view, room, work, words }: { view: DataView } & Omit<DataProps, 'onCopies'>) {
  const [as, setAs] = useState<As>('json')
  const [table, setTable] = useState<CsvTable>('note')
  const [withWords, setWithWords] = useState(words)
  const ending = { json: 'json', encrypted: 'lull', csv: 'csv', markdown: 'md' }[as]
  const taken: Taken =
    as === 'csv'
      ? { as, table, withWords }
      : as === 'markdown'
        ? { as, say: markdownWords(work, withWords), withWords }
        : { as }
  return (
    <Part title={t`Take out`}>
      <Choices
        legend={t`As what?`}
        choices={[
          { value: 'json', label: t`JSON: everything, to bring in again` },
          { value: 'encrypted', label: t`Encrypted: the same, for safekeeping` },
          { value: 'markdown', label: t`Markdown: the journal, to read` },
          { value: 'csv', label: t`CSV: one table, for a spreadsheet` },
        ]}
        picked={as}
        onPick={setAs}
        look="chips"
      />
      {as === 'csv' && (
        <label className={field['named']}>
          {t`Which table?`}
          <select
            className={field['field']}
            value={table}
            onChange={({ target }) =>
              setTable(csvTables.find((each) => each === target.value) ?? 'note')
            }
          >
            {csvTables.map((each) => (
              <option key={each} value={each}>
                {
                  { note: t`Notes`, checkin: t`Check-ins`, pause: t`Pauses`, shift: t`Shifts` }[
                    each
                  ]
                }
              </option>
            ))}
          </select>
        </label>
      )}
      {(as === 'csv' || as === 'markdown') && (
        <Switch
          label={t`With my words`}
          hint={t`Without, the file has numbers, times and types.`}
          on={withWords}
          onTurn={setWithWords}
        />
      )}
      <p className={classes['hint']}>
        {(as === 'json' || as === 'encrypted') &&
          t`It is whole, with all the words that there are, whether they are shown at this desk or not.`}{' '}
        {as === 'encrypted'
          ? t`It opens by the passphrase or the recovery key that opens your journal today, also when you choose others later.`
          : t`The file is not encrypted: whoever has it can read it. Think of where you put it.`}
      </p>
      <p>
        <Button
          busy={view.busy === 'out'}
          onClick={() => void room.out(taken, `lull-${today()}.${ending}`)}
        >
          {t`Choose a place and write it`}
        </Button>
      </p>
      <p role="status">{view.done === 'taken-out' && t`Written.`}</p>
    </Part>
  )
}

interface FoundProps {
  found: LookedAt
  words: boolean
  busy: boolean
  onBring: () => void
  onLeave: () => void
}

/** What bringing it in would do, before anything is done. */
function Found({ found, words, busy, onBring, onLeave }: FoundProps) {
  const [added, changed, removed] = [
    countWords(found.added),
    countWords(found.changed),
    countWords(found.removed),
  ]
  const nothing = added === null && changed === null && removed === null
  return (
    <div className={classes['found']}>
      <h3>{t`What it would do`}</h3>
      {nothing ? (
        <p>{t`Nothing: all of it is here already.`}</p>
      ) : (
        <ul>
          {added !== null && <li>{t`New: ${added}`}</li>}
          {changed !== null && <li>{t`Changed: ${changed}`}</li>}
          {removed !== null && <li>{t`Deleted at the other desk, and so here: ${removed}`}</li>}
          {found.words > 0 && !words && (
            <li>
              {plural(found.words, {
                one: '# note comes with words. They stay encrypted and aren’t shown at this desk.',
                other:
                  '# notes come with words. They stay encrypted and aren’t shown at this desk.',
              })}
            </li>
          )}
        </ul>
      )}
      <div className={main['ways']}>
        {!nothing && (
          <Button kind="main" busy={busy} onClick={onBring}>
            {t`Bring it in`}
          </Button>
        )}
        <Button onClick={onLeave}>{t`Leave it`}</Button>
      </div>
    </div>
  )
}

function Sure({ onWipe, onClose }: { onWipe: () => void; onClose: () => void }) {
  return (
    <Dialog
      title={t`Delete everything?`}
      onClose={onClose}
      actions={
        <>
          <Button focused onClick={onClose}>
            {t`Keep it`}
          </Button>
          <Button onClick={onWipe}>{t`Delete everything`}</Button>
        </>
      }
    >
      <p>
        {t`Journal, keys and copies are deleted, the keys first, and any journal that you left beside this one. Lull can’t bring them back, and there is no undo. A backup of this computer, and what you took out, stay.`}
      </p>
    </Dialog>
  )
}

/** The date on this computer's wall. */
const today = () => localDate(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
