import { t } from '@lingui/core/macro'
import { useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { CopyLine, CopyLook } from '../../src/contract.ts'
import type { CopyTrouble } from '../../src/copies/copying.ts'
import type { CopyOpens } from '../../src/copy-kinds.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Problem } from '../components/Problem.tsx'
import {
  copyDiffersWords,
  copyHoldsWords,
  copyKindWords,
  copyTimeWords,
} from '../i18n/keys/copies.ts'
import { sizeWords } from '../i18n/keys/counts.ts'
import { pageName } from '../i18n/main/names.ts'
import type { CopiesRoom, CopiesView } from '../state/copies.ts'
import classes from './Copies.module.css'
import main from './Main.module.css'

/** The journal's copies: which there are, what is in one, and one put back. */
export default function Copies({ room }: { room: CopiesRoom }) {
  const view = useStore(room.store)
  const { page, problem, done, open } = view
  const [asking, setAsking] = useState<CopyLine | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  /** The copy is closed by it, with the button that was pressed. */
  const restore = async (name: string) => {
    setAsking(null)
    await room.restore(name)
    if (room.store.getState().done) heading.current?.focus()
  }
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])

  return (
    <>
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {pageName('copies')}
        </h1>
        <p className={main['lead']}>
          {t`Lull copies your journal once a day while it is open, and before anything larger is changed. A copy is encrypted as the journal is.`}
        </p>
      </header>
      <Problem code={problem} />
      <p role="status" className={`${main['told']} ${page?.trouble && !done ? main['amber'] : ''}`}>
        {done
          ? t`The copy is your journal now. What it took the place of is a copy itself, at the top of this list.`
          : page?.trouble && troubleWords(page.trouble)}
      </p>
      {page?.copies.length === 0 && (
        <p className={classes['hint']}>
          {t`There is none yet. The first is made two minutes after your journal was opened, between two calls.`}
        </p>
      )}
      {page && page.copies.length > 0 && (
        <>
          <ul className={classes['copies']} aria-label={pageName('copies')}>
            {page.copies.map((copy) => (
              <Copy
                key={copy.name}
                copy={copy}
                view={view}
                room={room}
                onRestore={() => setAsking(copy)}
              />
            ))}
          </ul>
          <p className={classes['hint']}>
            {t`Of the daily ones the last seven are kept, and the last of each of four weeks; of the others three of each kind; one kept as damaged stays. Words that you drop leave every copy that Lull can change, and it says where it couldn’t.`}
          </p>
        </>
      )}
      {page && (
        <p className={classes['where']}>
          {t`They lie in the folder`} <span>{page.folder}</span>
        </p>
      )}
      {asking && open?.look && (
        <Sure
          copy={asking}
          look={open.look}
          onRestore={() => void restore(asking.name)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

interface CopyProps {
  copy: CopyLine
  view: CopiesView
  room: CopiesRoom
  onRestore: () => void
}

function Copy({ copy, view, room, onRestore }: CopyProps) {
  const id = useId()
  const open = view.open?.name === copy.name ? view.open : null
  const time = copyTimeWords(copy)
  return (
    <li className={classes['copy']}>
      <div>
        <h2 id={id}>{time}</h2>
        <p className={classes['about']}>
          <span>{copyKindWords(copy.kind)}</span>
          <span>{sizeWords(copy.bytes)}</span>
          <span data-opens={copy.opens}>{opensWords(copy.opens)}</span>
        </p>
      </div>
      {copy.opens === 'other-key' ? (
        <Button describedBy={id} onClick={room.byPassphrase}>
          {t`By its passphrase`}
        </Button>
      ) : (
        copy.opens !== 'damaged' && (
          <Button
            describedBy={id}
            busy={view.busy !== null && open !== null}
            onClick={() => (open ? room.close() : void room.lookInside(copy.name))}
          >
            {open && view.busy === null ? t`Close` : t`Look inside`}
          </Button>
        )
      )}
      <div className={classes['inside']} role="status">
        {open?.problem && <p className={main['amber']}>{lookProblemWords(open.problem)}</p>}
        {open?.look && <p>{copyHoldsWords(open.look)}</p>}
      </div>
      {open?.look && (
        <Button describedBy={id} busy={view.busy === 'restore'} onClick={onRestore}>
          {t`Put it back`}
        </Button>
      )}
    </li>
  )
}

interface SureProps {
  copy: CopyLine
  look: CopyLook
  onRestore: () => void
  onClose: () => void
}

function Sure({ copy, look, onRestore, onClose }: SureProps) {
  const time = copyTimeWords(copy)
  const lines = look.differs ? copyDiffersWords(look.differs) : []
  return (
    <Dialog
      title={t`Put this copy back?`}
      onClose={onClose}
      actions={
        <>
          <Button focused onClick={onClose}>
            {t`Leave it`}
          </Button>
          <Button onClick={onRestore}>{t`Put it back`}</Button>
        </>
      }
    >
      <p>{t`Your journal will be as it was on ${time}: ${copyHoldsWords(look)}.`}</p>
      {lines.length === 0 ? (
        <p>{t`It has the same entries as your journal now.`}</p>
      ) : (
        <ul className={classes['lines']}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>
        {t`Nothing is lost by it: your current journal is kept as a copy first. What you deleted stays deleted, words that you dropped stay away, and your settings stay as they are.`}
      </p>
    </Dialog>
  )
}

function opensWords(opens: CopyOpens): string {
  const words: Record<CopyOpens, string> = {
    yes: t`It opens`,
    'other-key': t`It has another passphrase: that of the time it was made`,
    damaged: t`It is damaged and doesn’t open`,
    unknown: t`Whether it opens shows once your journal is open`,
  }
  return words[opens]
}

function lookProblemWords(code: string): string {
  switch (code) {
    case 'copy-damaged':
      return t`A part of this copy is damaged. It was left as it is.`
    case 'newer':
      return t`A newer Lull made this copy. Look inside with that version or a later one.`
    case 'disk-full':
      return t`The disk is full. Make some room, then look again.`
    case 'no-copy':
      return t`This copy isn’t there any more.`
    default:
      return t`This copy couldn’t be looked into. It was left as it is.`
  }
}

/** What stood against the last daily copy. */
function troubleWords(trouble: CopyTrouble): string {
  const words: Record<CopyTrouble, string> = {
    'disk-full': t`The last copy couldn’t be made: the disk is full. Lull tries again in an hour.`,
    'read-only': t`The last copy couldn’t be made: Lull may not write in its folder. It tries again in an hour.`,
    busy: t`The last copy couldn’t be made: another program was using the journal. Lull tries again in an hour.`,
    damaged: t`The last copy didn’t hold together, so it wasn’t kept. Lull tries again in an hour. The disk may be failing: take your journal out to another one.`,
    failed: t`The last copy couldn’t be made. Lull tries again in an hour.`,
  }
  return words[trouble]
}
