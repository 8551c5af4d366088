import { t } from '@lingui/core/macro'
import { difficulties, type Difficulty as Hardness } from '../../src/guidance/types.ts'
import { Button } from '../components/Button.tsx'
import { digitOf, isGoingOn, useKeys } from '../components/keys.ts'
import { Scale } from '../components/Scale.tsx'
import { momentName, typeName } from '../i18n/names.ts'
import { timeOf } from '../i18n/times.ts'
import type { Act, Flow } from './flow.ts'
import classes from './Note.module.css'

/**
 * "How hard was it?" A digit or a click answers and goes on; arrows only choose. A good call is said
 * here in one key, by its place where the keyboard has no such letter.
 */
export function Difficulty({ flow, act }: { flow: Flow; act: (act: Act) => void }) {
  const pick = (difficulty: Hardness) => act({ act: 'difficulty', difficulty })
  const done = (difficulty: Hardness) => {
    pick(difficulty)
    act({ act: 'next' })
  }
  const hasGood = flow.types.includes('good')
  useKeys((event) => {
    const digit = digitOf(event)
    const difficulty = difficulties.find((one) => one === digit)
    if (difficulty !== undefined) done(difficulty)
    else if (hasGood && isGood(event)) act({ act: 'good' })
    else if (isGoingOn(event)) act({ act: 'next' })
    else return false
    return true
  })
  const time = timeOf(flow.at)
  return (
    <>
      <Scale
        legend={
          <>
            <h1>{t`How hard was it?`}</h1>
            <span className={classes['under']}>{`${momentName(flow.work)}, ${time}`}</span>
          </>
        }
        values={difficulties}
        low={t`easy`}
        high={t`very hard`}
        picked={flow.difficulty}
        onPick={pick}
        onDone={done}
        focused
      />
      {hasGood && (
        <div className={classes['row']}>
          <Button kind="quiet" hint="G" onClick={() => act({ act: 'good' })}>
            {typeName('good', flow.work)}
          </Button>
        </div>
      )}
    </>
  )
}

function isGood({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false
  return key.toLowerCase() === 'g' || (code === 'KeyG' && !/^[a-z]$/i.test(key))
}
