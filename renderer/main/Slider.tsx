import { t } from '@lingui/core/macro'
import { useId, useRef } from 'react'
import { Button } from '../components/Button.tsx'
import classes from './Slider.module.css'

interface SliderProps {
  label: string
  /** What the two ends mean. */
  low: string
  high: string
  /** 0 to 100; null until it was touched. */
  value: number | null
  /** A value in words: it is shown, and read out. */
  inWords: (value: number) => string
  onSlide: (value: number | null) => void
}

/** How much of something, between two named ends. It says nothing until it is touched. */
export function Slider({ label, low, high, value, inWords, onSlide }: SliderProps) {
  const id = useId()
  const place = useRef<HTMLInputElement>(null)
  const said = value === null ? t`not said` : inWords(value)
  return (
    <div className={classes['slider']}>
      <div className={classes['said']}>
        <label htmlFor={id}>{label}</label>
        <span aria-hidden="true">{said}</span>
        {value !== null && (
          <Button
            kind="quiet"
            onClick={() => {
              onSlide(null)
              place.current?.focus()
            }}
          >
            {t`Clear`}
          </Button>
        )}
      </div>
      <input
        ref={place}
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={value ?? 50}
        data-untouched={value === null || undefined}
        aria-valuetext={said}
        onChange={({ target }) => onSlide(target.valueAsNumber)}
        // A press on the middle, or Space there, moves nothing and is an answer all the same.
        onPointerUp={({ currentTarget }) => onSlide(currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          if (event.key !== ' ' || value !== null) return
          event.preventDefault()
          onSlide(event.currentTarget.valueAsNumber)
        }}
      />
      <div className={classes['ends']} aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  )
}
