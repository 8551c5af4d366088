import type { ReactNode } from 'react'
import { Choices, type Choice } from './Choices.tsx'
import classes from './Scale.module.css'

interface ScaleProps<Value extends number> {
  legend: ReactNode
  values: readonly Value[]
  /** What the two ends mean. */
  low: string
  high: string
  picked: Value | null
  onPick: (value: Value) => void
  onDone: (value: Value) => void
  focused?: boolean
}

/** A row of numbers with named ends. */
export function Scale<Value extends number>(props: ScaleProps<Value>) {
  const { values, low, high, ...group } = props
  const last = values.length - 1
  const choices = values.map((value, index): Choice<Value> => {
    const end = index === 0 ? low : index === last ? high : null
    return end === null
      ? { value, label: String(value) }
      : { value, label: String(value), spoken: `${value}, ${end}` }
  })
  return (
    <div className={values.length > 5 ? classes['fine'] : undefined}>
      <Choices {...group} choices={choices} look="squares" />
      <div className={classes['ends']} aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  )
}
