import { t } from '@lingui/core/macro'
import { useEffect, useId, useState } from 'react'
import { exerciseIds } from '../../src/breathing/exercises.ts'
import type { PauseKind } from '../../src/breathing/kinds.ts'
import { patternIds } from '../../src/breathing/patterns.ts'
import type { Device } from '../../src/contract.ts'
import { breakMinutes, eyeRestMinutes, volumes } from '../../src/settings/choices.ts'
import field from '../components/Field.module.css'
import { Switch } from '../components/Switch.tsx'
import { pauseName } from '../i18n/pause-names.ts'
import type { Main } from '../state/main.ts'
import { outputs } from '../state/outputs.ts'
import { Pick } from './Pick.tsx'
import classes from './Settings.module.css'

interface PauseSettingsProps {
  device: Device
  chooseDevice: Main['chooseDevice']
}

/** Sound, what "Choose for me" draws from, and the two reminders. All off until somebody wants them. */
export function PauseSettings({ device, chooseDevice }: PauseSettingsProps) {
  const every = (minutes: number) => ({ value: minutes, label: t`every ${minutes} min` })
  const never = { value: 0, label: t`Never` }
  return (
    <>
      <Switch
        label={t`Tones while breathing`}
        hint={t`Rising for in, falling for out, so that eyes can be closed. Silent while a call runs.`}
        on={device.sound}
        onTurn={(sound) => void chooseDevice({ sound })}
      />
      {device.sound && (
        <>
          <Pick
            legend={t`How loud`}
            choices={volumes.map((value) => ({ value, label: t`${value} %` }))}
            picked={device.volume}
            onPick={(volume) => chooseDevice({ volume })}
          />
          <OutputChoice
            picked={device.soundOutput}
            onPick={(soundOutput) => void chooseDevice({ soundOutput })}
          />
        </>
      )}
      <Pick
        legend={t`Offer a break`}
        hint={t`Only between calls, and never more than three times a shift.`}
        choices={[never, ...breakMinutes.map(every)]}
        picked={device.breakEveryMin ?? 0}
        onPick={(value) =>
          chooseDevice({ breakEveryMin: breakMinutes.find((each) => each === value) ?? null })
        }
      />
      <Pick
        legend={t`Offer to rest the eyes`}
        choices={[never, ...eyeRestMinutes.map(every)]}
        picked={device.eyeRestEveryMin ?? 0}
        onPick={(value) =>
          chooseDevice({ eyeRestEveryMin: eyeRestMinutes.find((each) => each === value) ?? null })
        }
      />
      <ChooseFrom device={device} chooseDevice={chooseDevice} />
    </>
  )
}

/** Which pauses "Choose for me" may draw. */
function ChooseFrom({ device, chooseDevice }: PauseSettingsProps) {
  const kinds: PauseKind[] = [...patternIds, ...exerciseIds, ...device.ownPatterns]
  const { chooseFrom } = device
  return (
    <fieldset className={classes['checks']}>
      <legend>
        {t`Choose for me draws from`}
        <small className={classes['hint']}>{t`Two at least; the draw is fair.`}</small>
      </legend>
      <div>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              className="unseen"
              checked={chooseFrom.includes(kind)}
              onChange={({ target }) =>
                void chooseDevice({
                  chooseFrom: target.checked
                    ? [...chooseFrom, kind]
                    : chooseFrom.filter((each) => each !== kind),
                })
              }
            />
            {pauseName(kind)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface OutputChoiceProps {
  picked: string | null
  onPick: (label: string | null) => void
}

/** Where tones sound: not in the ear that hears the customer, if there is another. */
function OutputChoice({ picked, onPick }: OutputChoiceProps) {
  const id = useId()
  const [labels, setLabels] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let shown = true
    const look = () =>
      void outputs().then(
        (found) => shown && setLabels(found.map(({ label }) => label)),
        () => shown && setLabels([]),
      )
    look()
    navigator.mediaDevices.addEventListener('devicechange', look)
    return () => {
      shown = false
      navigator.mediaDevices.removeEventListener('devicechange', look)
    }
  }, [])
  if (labels === null) return null
  const gone = picked !== null && !labels.includes(picked)
  return (
    <div className={classes['time']}>
      <label htmlFor={id}>
        {t`Where it sounds`}
        <small className={classes['hint']}>
          {gone
            ? t`That device isn’t there now. Until it is, pauses stay silent.`
            : labels.length === 0
              ? t`This system names no devices to Lull, so tones go where other sounds go.`
              : t`Best not where you hear your customers.`}
        </small>
      </label>
      <select
        id={id}
        className={field['field']}
        value={picked ?? ''}
        onChange={({ target }) => onPick(target.value === '' ? null : target.value)}
      >
        <option value="">{t`Where other sounds go`}</option>
        {gone && <option value={picked}>{picked}</option>}
        {labels.map((label) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
