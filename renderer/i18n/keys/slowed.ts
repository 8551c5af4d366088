import { t } from '@lingui/core/macro'

/** What the wait after some tries is good for, and what it isn't. */
export const slowedWords = (): string =>
  t`After three tries the next one waits, a little longer each time. That slows only somebody at this screen. Whoever has the files can try elsewhere, as often as they like: there the passphrase itself has to hold.`
