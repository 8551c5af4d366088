const hour = String.raw`(\d{1,2}?)`
const minute = String.raw`(?:[:.,h ] ?(\d\d)?|(\d\d))?`
const half = String.raw`(?:(a|p)\.?(?:m\.?)?)?`
const shape = new RegExp(`^${hour}${minute} ?(?:h|uhr)? ?${half}$`)

/**
 * A time of day as people write it (`9:05`, `0905`, `9.05 pm`, `21h`), as `21:05` on a clock of 24 hours; null
 * where it is none, or could be two.
 */
export function clockTimeOf(written: string): string | null {
  const text = written.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  const [, hours, apart, joined, half] = shape.exec(text) ?? []
  if (hours === undefined) return null
  const said = Number(hours)
  const minutes = Number(apart ?? joined ?? 0)
  if (minutes > 59 || said > 23) return null
  if (half !== undefined && (said < 1 || said > 12)) return null
  const at = half === undefined ? said : (said % 12) + (half === 'p' ? 12 : 0)
  return `${twoDigits(at)}:${twoDigits(minutes)}`
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
