import { t } from '@lingui/core/macro'
import type { Device } from '../../../src/contract.ts'
import { dayYearOf } from '../times.ts'

/** Why the choices of this computer are back at their beginning, and where the old ones are. */
export function noticeWords(notice: NonNullable<Device['notice']>): string {
  switch (notice) {
    case 'newer':
      return t`The settings of this computer were written by a newer Lull. The old file is kept beside the new one, and the settings begin anew. Your journal is untouched.`
    case 'broken':
      return t`The settings of this computer couldn’t be read. The old file is kept beside the new one, and the settings begin anew. Your journal is untouched.`
    case 'pattern':
      return t`One of your own patterns couldn’t be read, so it is left out. A copy of the old file is kept, and all other settings are as they were.`
    case 'in-the-way':
      return t`The settings of this computer couldn’t be used, and their file couldn’t be put aside. It stays as it is, and until it can be moved, what you choose here isn’t kept. Your journal is untouched.`
  }
}

/** The clock shows a time before what was kept last, on this date. */
export function clockWords(date: string): string {
  const day = dayYearOf(date)
  return t`This computer’s clock shows a time before your newest entry, of ${day}: it is behind now, or it was ahead then. All entries stay as they are, and new ones take the clock’s time.`
}
