import type { Device } from '../../src/contract.ts'
import { clockWords, noticeWords } from '../i18n/main/notices.ts'
import classes from './Main.module.css'

/** Says that the clock shows a time before what was kept last. */
export function ClockNotice({ date }: { date: string }) {
  return (
    <p role="status" className={classes['notice']}>
      {clockWords(date)}
    </p>
  )
}

/** Says, once, what of the choices of this computer could not be read. */
export function DeviceNotice({ notice }: { notice: Device['notice'] }) {
  if (notice === null) return null
  return (
    <p role="status" className={classes['notice']}>
      {noticeWords(notice)}
    </p>
  )
}
