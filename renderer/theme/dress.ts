import type { Device } from '../../src/contract.ts'

/** Puts the device's theme and motion on the document, where the style sheets read them. */
export function dress({ theme, motion }: Pick<Device, 'theme' | 'motion'>): void {
  document.documentElement.dataset['theme'] = theme
  document.documentElement.dataset['motion'] = motion
}

/** How much may move now: the device's own choice, else the system's. */
export function motionNow(): 'full' | 'less' | 'none' {
  const chosen = document.documentElement.dataset['motion']
  if (chosen === 'none' || chosen === 'less') return chosen
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'less' : 'full'
}
