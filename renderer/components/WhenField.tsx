import { useId } from 'react'
import field from './Field.module.css'
import { TimeField } from './TimeField.tsx'

interface WhenFieldProps {
  label: string
  /** A day, `2026-11-22`, or a time on the wall, `22:00`. */
  of: 'date' | 'time'
  /** Empty where nothing whole stands in it. */
  value: string
  onChange: (value: string) => void
  /** The first and the last day that can be chosen. */
  min?: string
  max?: string
  focused?: boolean
  className?: string | undefined
}

/**
 * A day, in the system's own field, which knows how the agent's language writes it; or a time, in ours: the
 * system's shows 12 hours where Lull shows 24.
 */
export function WhenField({
  label,
  of,
  value,
  onChange,
  min,
  max,
  focused = false,
  className = '',
}: WhenFieldProps) {
  const id = useId()
  return (
    <div className={`${field['named']} ${className}`}>
      <label htmlFor={id}>{label}</label>
      {of === 'time' ? (
        <TimeField id={id} value={value} onChange={onChange} focused={focused} />
      ) : (
        <input
          id={id}
          type="date"
          className={field['field']}
          value={value}
          min={min}
          max={max}
          autoFocus={focused}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  )
}
