import type { BrowserWindow } from 'electron'

/**
 * What a dialog in front of this window gave; null once the window is gone, with which a dialog may go without a
 * word: nobody promises that its own answer comes then.
 */
export async function inFrontOf<Answer>(
  window: BrowserWindow,
  asked: Promise<Answer>,
): Promise<Answer | null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  const gone = () => resolve(null)
  window.once('closed', gone)
  try {
    return await Promise.race([asked, promise])
  } finally {
    window.off('closed', gone)
  }
}
