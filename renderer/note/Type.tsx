import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { TypeId } from '../../src/guidance/types.ts'
import { Button } from '../components/Button.tsx'
import { choiceByDigit, Choices } from '../components/Choices.tsx'
import { digitOf, isGoingOn, useKeys } from '../components/keys.ts'
import { typeName } from '../i18n/names.ts'
import { wordsFollow, type Act, type Flow } from './flow.ts'
import classes from './Note.module.css'

const aPage = 8

/**
 * "What was it?" The eight most used types on 1 to 8, the others behind 9; 0 skips. A digit or a click
 * goes on to the words; where there are none to come it waits for Enter, which saves.
 */
export function Type({ flow, act }: { flow: Flow; act: (act: Act) => void }) {
  const { types, type, work } = flow
  const pickedAt = type === null ? 0 : types.indexOf(type)
  const [more, setMore] = useState(pickedAt >= aPage)
  const shown = more ? types.slice(aPage) : types.slice(0, aPage)
  const choices = shown.map((value, index) => ({
    value,
    label: typeName(value, work),
    digit: index + 1,
  }))
  const hasMore = types.length > aPage

  const pick = (picked: TypeId) => act({ act: 'type', type: picked })
  const done = (picked: TypeId) => {
    pick(picked)
    if (wordsFollow({ ...flow, type: picked })) act({ act: 'next' })
  }
  const skip = () => {
    act({ act: 'type', type: null })
    act({ act: 'next' })
  }
  useKeys((event) => {
    const digit = digitOf(event)
    const picked = choiceByDigit(choices, digit)
    if (picked !== undefined) done(picked)
    else if (digit === 9 && hasMore) setMore(!more)
    else if (digit === 0) skip()
    else if (isGoingOn(event)) act({ act: 'next' })
    else return false
    return true
  })

  return (
    <>
      <Choices
        key={String(more)}
        legend={
          <>
            <h1>{t`What was it?`}</h1>
            <span className={classes['under']}>
              {more ? t`the others` : t`1 to 8, or 9 for more`}
            </span>
          </>
        }
        choices={choices}
        picked={type}
        onPick={pick}
        onDone={done}
        look="chips"
        focused
      />
      <div className={classes['row']}>
        {hasMore && (
          <Button kind="quiet" hint="9" onClick={() => setMore(!more)}>
            {more ? t`The first eight` : t`More`}
          </Button>
        )}
        <Button kind="quiet" hint="0" onClick={skip}>
          {t`Skip`}
        </Button>
      </div>
    </>
  )
}
