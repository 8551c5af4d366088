import { t } from '@lingui/core/macro'
import { Choices } from '../components/Choices.tsx'
import chips from '../components/Choices.module.css'

interface OfChoices<Value> {
  legend: string
  choices: readonly Value[]
  nameOf: (value: Value) => string
}

interface OneOfProps<Value> extends OfChoices<Value> {
  picked: Value | null
  onPick: (value: Value | null) => void
}

/** One of these, or not said: a radio group that can be taken back. */
export function OneOf<Value extends string>({
  legend,
  choices,
  nameOf,
  picked,
  onPick,
}: OneOfProps<Value>) {
  return (
    <Choices<Value | ''>
      legend={legend}
      look="chips"
      choices={[
        { value: '', label: t`not said` },
        ...choices.map((value) => ({ value, label: nameOf(value) })),
      ]}
      picked={picked ?? ''}
      onPick={(value) => onPick(value === '' ? null : value)}
    />
  )
}

interface SomeOfProps<Value> extends OfChoices<Value> {
  picked: readonly Value[]
  onPick: (values: readonly Value[]) => void
}

/** As many of these as fit. */
export function SomeOf<Value extends string>(props: SomeOfProps<Value>) {
  const { legend, choices, nameOf, picked, onPick } = props
  return (
    <fieldset className={chips['group']}>
      <legend>{legend}</legend>
      <div className={chips['chips']}>
        {choices.map((value) => (
          <Chip
            key={value}
            name={nameOf(value)}
            on={picked.includes(value)}
            onTurn={(on) =>
              onPick(choices.filter((each) => (each === value ? on : picked.includes(each))))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

export function Chip({
  name,
  on,
  onTurn,
}: {
  name: string
  on: boolean
  onTurn: (on: boolean) => void
}) {
  return (
    <label className={chips['choice']}>
      <input
        type="checkbox"
        className="unseen"
        checked={on}
        onChange={({ target }) => onTurn(target.checked)}
      />
      <span>{name}</span>
    </label>
  )
}
