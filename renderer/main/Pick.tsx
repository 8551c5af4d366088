import { Choices, type Choice } from '../components/Choices.tsx'
import classes from './Settings.module.css'

interface PickProps<Value> {
  legend: string
  hint?: string
  choices: readonly Choice<Value>[]
  picked: Value | null
  onPick: (value: Value) => Promise<void>
}

/** One choice of a few, with its name at the side. */
export function Pick<Value extends string | number>({
  legend,
  hint,
  onPick,
  ...group
}: PickProps<Value>) {
  return (
    <div className={classes['pick']}>
      <Choices
        {...group}
        onPick={(value) => void onPick(value)}
        legend={
          <>
            {legend}
            {hint !== undefined && <small className={classes['hint']}>{hint}</small>}
          </>
        }
        look="chips"
      />
    </div>
  )
}
