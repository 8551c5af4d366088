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
  shortcutName,
  shortcutProblemWords,
  shortcutStateWords,
} from '../i18n/main/shortcuts.ts'
import type { Main } from '../state/main.ts'
import main from './Main.module.css'
import classes from './Settings.module.css'

interface ShortcutSettingsProps {
  device: Device
  states: ShortcutStates | null
  chooseDevice: Main['chooseDevice']
}

/** Keys that work in every program: chosen by pressing them, and told to work once they were pressed. */
export function ShortcutSettings({ device, states, chooseDevice }: ShortcutSettingsProps) {
  const { shortcuts } = device
  const [asking, setAsking] = useState<ShortcutName | null>(null)
  const [problem, setProblem] = useState<ShortcutProblem | null>(null)

  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (asking === null) return
    event.preventDefault()
    event.stopPropagation()
    if (event.code === 'Escape' || event.code === 'Tab') return ask(null)
    const accelerator = acceleratorOf(event)
    if (accelerator === null) return
    const wrong = shortcutProblem(accelerator)
    setProblem(wrong)
    if (wrong !== null) return
    void chooseDevice({ shortcuts: { ...withoutKeys(accelerator), [asking]: accelerator } })
    setAsking(null)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event)
    addEventListener('keydown', listener, true)
    return () => removeEventListener('keydown', listener, true)
  }, [])

  function ask(name: ShortcutName | null) {
    setAsking(name)
    setProblem(null)
  }
  /** The same keys can't do two things: the newer one has them. */
  const withoutKeys = (accelerator: string) => ({
    mark: not(shortcuts.mark, accelerator),
    hide: not(shortcuts.hide, accelerator),
    pause: not(shortcuts.pause, accelerator),
    note: not(shortcuts.note, accelerator),
    checkIn: not(shortcuts.checkIn, accelerator),
  })

  return shortcutNames.map((name) => {
    const keys = shortcuts[name]
    const what = shortcutName(name)
    return (
      <div key={name} className={classes['shortcut']} role="group" aria-label={what}>
        <span>{what}</span>
        <div>
          <p className={classes['keys']}>
            {keys === null
              ? shortcutStateWords('none')
              : keysOf(keys).map((key) => <Kbd key={key}>{key}</Kbd>)}
            {keys !== null && <kbd className="unseen">{keysOf(keys).join(' ')}</kbd>}
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
              ? problem !== null && shortcutProblemWords(problem)
              : keys !== null && states && shortcutStateWords(states[name])}
          </p>
        </div>
      </div>
    )
  })
}

const not = (keys: string | null, taken: string) => (keys === taken ? null : keys)
