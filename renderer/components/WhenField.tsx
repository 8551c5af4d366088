import field from './Field.module.css'

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

/** A day or a time, in the system's own field: it knows how the agent's language writes them. */
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
  return (
    <label className={`${field['named']} ${className}`}>
      {label}
      <input
        type={of}
        className={field['field']}
        value={value}
        min={min}
        max={max}
        autoFocus={focused}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}
