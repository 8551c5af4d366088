import { useSyncExternalStore } from 'react'

/** How much may move. `none`: nothing does, a number and a word stand for it. */
export type Motion = 'full' | 'less' | 'none'

const reduced = matchMedia('(prefers-reduced-motion: reduce)')

/** How much may move now: the device's own choice, else the system's. */
export function motionNow(): Motion {
  const chosen = document.documentElement.dataset['motion']
  if (chosen === 'none' || chosen === 'less') return chosen
  return reduced.matches ? 'less' : 'full'
}

/** The same, and again whenever the agent or the system changes it. */
export const useMotion = (): Motion => useSyncExternalStore(listen, motionNow)

function listen(changed: () => void): () => void {
  const watched = new MutationObserver(changed)
  watched.observe(document.documentElement, { attributeFilter: ['data-motion'] })
  reduced.addEventListener('change', changed)
  return () => {
    watched.disconnect()
    reduced.removeEventListener('change', changed)
  }
}
