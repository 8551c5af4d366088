import { t } from '@lingui/core/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Device } from '../../src/contract.ts'
import {
  acceleratorOf,
  shortcutNames,
  shortcutProblem,
  type ShortcutName,
  type ShortcutProblem,
  type ShortcutStates,
} from '../../src/settings/shortcuts.ts'
import { Button } from '../components/Button.tsx'
import { Kbd } from '../components/Kbd.tsx'
import {
  keysOf,
  type Layout,
  shortcutName,
  shortcutProblemWords,
  shortcutStateWords,
} from '../i18n/main/shortcuts.ts'
import type { Main } from '../state/main.ts'
import { isMac, readLayout } from './keyboard.ts'
import main from './Main.module.css'
import classes from './Settings.module.css'

interface ShortcutSettingsProps {
  device: Device
  states: ShortcutStates | null
  chooseDevice: Main['chooseDevice']
  recordKeys: Main['recordKeys']
}

/** Keys that work in every program: chosen by pressing them, and told to work once they were pressed. */
export function ShortcutSettings(props: ShortcutSettingsProps) {
  const { device, states, chooseDevice, recordKeys } = props
  const { shortcuts } = device
  const mac = isMac()
  const [layout, setLayout] = useState<Layout>(new Map())
  const [asking, setAsking] = useState<ShortcutName | null>(null)
  const [problem, setProblem] = useState<ShortcutProblem | null>(null)

  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (asking === null) return
    event.preventDefault()
    event.stopPropagation()
    if (event.code === 'Escape' || event.code === 'Tab') return ask(null)
    const accelerator = acceleratorOf(event, mac)
    if (accelerator === null) return
    const wrong = shortcutProblem(accelerator)
    setProblem(wrong)
    if (wrong !== null) return
    void chooseDevice({ shortcuts: { ...withoutKeys(accelerator), [asking]: accelerator } })
    setAsking(null)
  })
  // Whoever turns to another window chooses no keys: there they must work.
  const left = useEffectEvent(() => ask(null))
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event)
    const leave = () => left()
    addEventListener('keydown', listener, true)
    addEventListener('blur', leave)
    return () => {
      removeEventListener('keydown', listener, true)
      removeEventListener('blur', leave)
    }
  }, [])
  useEffect(() => void readLayout().then(setLayout), [])

  const isAsking = asking !== null
  const record = useEffectEvent(recordKeys)
  useEffect(() => {
    if (!isAsking) return
    record(true)
    return () => record(false)
  }, [isAsking])

  function ask(name: ShortcutName | null) {
    setAsking(name)
    setProblem(null)
  }
  /** The same keys can't do two things: the newer one has them. */
  const withoutKeys = (accelerator: string) => ({
    mark: not(shortcuts.mark, accelerator),
    answer: not(shortcuts.answer, accelerator),
    hide: not(shortcuts.hide, accelerator),
    pause: not(shortcuts.pause, accelerator),
    note: not(shortcuts.note, accelerator),
    checkIn: not(shortcuts.checkIn, accelerator),
  })

  return shortcutNames.map((name) => {
    const keys = shortcuts[name]
    const { shown, spoken } = keysOf(keys ?? '', mac, layout)
    const what = shortcutName(name)
    return (
      <div key={name} className={classes['shortcut']} role="group" aria-label={what}>
        <span>{what}</span>
        <div>
          <p className={classes['keys']}>
            {keys === null
              ? shortcutStateWords('none')
              : shown.map((key) => <Kbd key={key}>{key}</Kbd>)}
            {keys !== null && <kbd className="unseen">{spoken.join(' ')}</kbd>}
          </p>
          <Button onClick={() => ask(asking === name ? null : name)}>
            {asking === name ? t`Press the keys` : t`Choose`}
          </Button>
          {keys !== null && (
            <Button
              kind="quiet"
              onClick={() => void chooseDevice({ shortcuts: { ...shortcuts, [name]: null } })}
            >
              {t`Take away`}
            </Button>
          )}
          <p role="status" className={main['quiet']}>
            {asking === name
              ? problem !== null && shortcutProblemWords(problem, mac)
              : keys !== null && states && shortcutStateWords(states[name])}
          </p>
        </div>
      </div>
    )
  })
}

const not = (keys: string | null, taken: string) => (keys === taken ? null : keys)
