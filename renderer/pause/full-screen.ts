/** Fills the screen, or gives it back. Where the system refuses, the window stays as it is. */
export async function fillScreen(fill: boolean): Promise<void> {
  try {
    if (!fill) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } catch {
    // Nothing was promised.
  }
}

export const fillsScreen = (): boolean => document.fullscreenElement !== null
