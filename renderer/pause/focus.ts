import { useEffect, useRef } from 'react'

/**
 * When something else is shown, in the place of what had the focus, its heading takes that. What asks
 * for an answer takes the focus itself; and whoever is reading or pressing something keeps it.
 */
export function useHeadingFocus(shown: string): void {
  const before = useRef('')
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    const heading = document.querySelector('h1')
    if (!heading || (document.activeElement ?? document.body) !== document.body) return
    heading.tabIndex = -1
    heading.focus()
  }, [shown])
}
