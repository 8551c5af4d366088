import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { estimate, type Strength } from './strength.ts'
import classes from './Unlock.module.css'

/** What a passphrase is up to, a moment after the last key; null until that is known. */
export function useStrength(passphrase: string): Strength | null {
  const [known, setKnown] = useState<{ of: string; strength: Strength } | null>(null)
  useEffect(() => {
    if (passphrase.length < shortest) return
    let isCurrent = true
    const later = setTimeout(() => {
      void look()
    }, restMs)
    async function look() {
      const strength = await estimate(passphrase)
      if (isCurrent) setKnown({ of: passphrase, strength })
    }
    return () => {
      isCurrent = false
      clearTimeout(later)
    }
  }, [passphrase])
  return known?.of === passphrase ? known.strength : null
}

export const shortest = 8
const restMs = 250
const steps: readonly Strength[] = ['day', 'year', 'years', 'beyond']

/** In words, and as a line in four parts that says the same to the eye. */
export function StrengthLine({ strength }: { strength: Strength | null }) {
  const filled = strength === null ? 0 : steps.indexOf(strength) + 1
  const words = {
    day: t`Whoever has the files could find it within a day. Another word or two makes all the difference.`,
    year: t`Whoever has the files could find it within a year. Another word would keep it for longer.`,
    years: t`Whoever has the files would need years to find it.`,
    beyond: t`Whoever has the files would need longer than anybody tries.`,
  }
  return (
    <div className={classes['strength']}>
      <span aria-hidden className={classes['meter']} data-filled={filled}>
        {steps.map((step, index) => (
          <i key={step} data-on={index < filled || undefined} />
        ))}
      </span>
      <p role="status">{strength !== null && words[strength]}</p>
    </div>
  )
}
