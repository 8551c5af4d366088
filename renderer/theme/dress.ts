import type { Device } from '../../src/contract.ts'

/** Puts the device's theme, motion and dim on the document, where the style sheets read them. */
export function dress({ theme, motion, dim }: Pick<Device, 'theme' | 'motion' | 'dim'>): void {
  document.documentElement.dataset['theme'] = theme
  document.documentElement.dataset['motion'] = motion
  document.documentElement.dataset['dim'] = dim ? 'on' : 'off'
}

/** How much may move now: the device's own choice, else the system's. */
export function motionNow(): 'full' | 'less' | 'none' {
  const chosen = document.documentElement.dataset['motion']
  if (chosen === 'none' || chosen === 'less') return chosen
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'less' : 'full'
}
