import { useEffect, useId, useRef, type ReactNode } from 'react'
import classes from './Choices.module.css'
import { Kbd } from './Kbd.tsx'

export interface Choice<Value> {
  value: Value
  label: string
  /** What is read out instead of the label, where that alone says too little. */
  spoken?: string
  /** The digit that picks it, where it has one. */
  digit?: number
}

interface ChoicesProps<Value> {
  /** What is asked. `legend` is shown as the heading, or only read out. */
  legend: ReactNode
  choices: readonly Choice<Value>[]
  picked: Value | null
  onPick: (value: Value) => void
  /** Picked for good, by click, digit or Space: an arrow key only moves the choice. */
  onDone?: (value: Value) => void
  /** `squares` of one size in a row, `chips` as long as their words, or `segments` of one control. */
  look: 'squares' | 'chips' | 'segments'
  describedBy?: string
  /** Takes the focus when it appears. */
  focused?: boolean
}

/**
 * A real radio group. It holds the focus, so that screen readers hand digits through; the screen
 * around it picks by digit with `choiceByDigit`.
 */
export function Choices<Value extends string | number>(props: ChoicesProps<Value>) {
  const { choices, picked, onPick, onDone, look } = props
  const name = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const byArrow = useRef(false)
  const focusAt = picked !== null && choices.some(({ value }) => value === picked) ? picked : null

  useEffect(() => {
    const within = group.current?.contains(document.activeElement) === true
    if (within && picked !== null)
      group.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [picked])

  return (
    <fieldset
      ref={group}
      className={classes['group']}
      aria-describedby={props.describedBy}
      onKeyDown={(event) => {
        byArrow.current = event.key.startsWith('Arrow')
      }}
      onKeyUp={() => {
        byArrow.current = false
      }}
    >
      <legend>{props.legend}</legend>
      <div className={classes[look]}>
        {choices.map(({ value, label, spoken, digit }, index) => (
          <label key={value} className={classes['choice']}>
            <input
              type="radio"
              className="unseen"
              name={name}
              value={value}
              aria-label={spoken}
              checked={value === picked}
              autoFocus={
                props.focused === true && (focusAt === null ? index === 0 : value === focusAt)
              }
              onChange={() => onPick(value)}
              onClick={() => {
                if (!byArrow.current) onDone?.(value)
              }}
            />
            {look === 'chips' && digit !== undefined && <Kbd>{String(digit)}</Kbd>}
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The choice that a digit picks, or undefined. */
export const choiceByDigit = <Value,>(
  choices: readonly Choice<Value>[],
  digit: number | null,
): Value | undefined =>
  digit === null ? undefined : choices.find((choice) => choice.digit === digit)?.value
