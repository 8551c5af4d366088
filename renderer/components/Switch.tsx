import { useId, type ReactNode } from 'react'
import classes from './Switch.module.css'

interface SwitchProps {
  label: string
  hint?: ReactNode
  on: boolean
  onTurn: (on: boolean) => void
}

/** On or off, at once. A real checkbox with the role of a switch: Space turns it. */
export function Switch({ label, hint, on, onTurn }: SwitchProps) {
  const id = useId()
  return (
    <div className={classes['switch']}>
      <label htmlFor={id}>
        {label}
        {hint !== undefined && (
          <small id={`${id}-hint`} className={classes['hint']}>
            {hint}
          </small>
        )}
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onTurn(target.checked)}
      />
    </div>
  )
}
