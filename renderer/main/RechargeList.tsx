import { t } from '@lingui/core/macro'
import { useState, type ReactNode } from 'react'
import { longestRecharge, mostRecharge } from '../../src/checkins/kinds.ts'
import type { RechargeItem } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import field from '../components/Field.module.css'
import { rechargeName } from '../i18n/main/shift.ts'
import type { ShiftRoom } from '../state/shift.ts'
import settings from './Settings.module.css'
import classes from './ShiftCards.module.css'

interface RechargeListProps {
  title: ReactNode
  /** The title stands above, not beside. */
  wide?: boolean
  items: readonly RechargeItem[]
  /** Whether words may be kept at this desk: without them there is only our short list to tick. */
  words: boolean
  room: ShiftRoom
}

/** Things that do the agent good: ticked from ours, and written where words are kept. */
export function RechargeList({ title, wide = false, items, words, room }: RechargeListProps) {
  const own = items.filter((item) => item.words !== null)
  return (
    <div className={classes['list']}>
      <fieldset className={`${settings['checks']} ${wide ? classes['wide'] : ''}`}>
        <legend>
          {title}
          <small
            className={settings['hint']}
          >{t`One of those that you tick is offered at the end of a shift.`}</small>
        </legend>
        <div>
          {items.map((item) => (
            <label key={item.id}>
              <input
                type="checkbox"
                className="unseen"
                checked={item.picked}
                onChange={({ target }) =>
                  void room.setRecharge({ ...item, picked: target.checked })
                }
              />
              <span data-own-words={item.words === null ? undefined : true}>
                {rechargeName(item)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {words && own.length < mostRecharge && <Add room={room} />}
      {own.length > 0 && (
        <details className={classes['more']}>
          <summary>{t`Take one of your own out`}</summary>
          <div className={classes['ways']}>
            {own.map((item) => {
              const name = rechargeName(item)
              return (
                <Button
                  key={item.id}
                  label={t`Take out: ${name}`}
                  onClick={() => void room.setRecharge({ ...item, words: '', picked: false })}
                >
                  <span data-own-words>{name}</span>
                </Button>
              )
            })}
          </div>
        </details>
      )}
    </div>
  )
}

function Add({ room }: { room: ShiftRoom }) {
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  function add() {
    if (words === '') return
    setTyped('')
    void room.addRecharge(words)
  }
  return (
    <div className={classes['add']}>
      <label className={field['named']}>
        {t`One of your own`}
        <input
          className={field['field']}
          value={typed}
          maxLength={longestRecharge}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
          }}
        />
      </label>
      <Button onClick={add}>{t`Add`}</Button>
    </div>
  )
}
