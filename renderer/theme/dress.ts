import type { Device } from '../../src/contract.ts'

/** Puts the device's theme, motion and dim on the document, where the style sheets read them. */
export function dress({ theme, motion, dim }: Pick<Device, 'theme' | 'motion' | 'dim'>): void {
  document.documentElement.dataset['theme'] = theme
  document.documentElement.dataset['motion'] = motion
  document.documentElement.dataset['dim'] = dim ? 'on' : 'off'
}
