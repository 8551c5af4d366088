import { t } from '@lingui/core/macro'
import { useEffect, useState, type ReactNode } from 'react'
import { EmptyState } from '../components/EmptyState.tsx'

/** How long the window may be without the focus before what it shows is nobody's business. */
const awayMs = 5000

/** Takes its children out of the page while the agent works elsewhere (design.md, "Yours alone" 5). */
export function Away({ on, children }: { on: boolean; children: ReactNode }) {
  const away = useAway()
  if (!on || !away) return children
  return (
    <EmptyState>{t`Hidden while you work elsewhere. Come back to this window, and it’s here again.`}</EmptyState>
  )
}

function useAway(): boolean {
  const [away, setAway] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setAway(true), awayMs)
    }
    const back = () => {
      clearTimeout(timer)
      setAway(false)
    }
    if (!document.hasFocus()) wait()
    addEventListener('blur', wait)
    addEventListener('focus', back)
    return () => {
      clearTimeout(timer)
      removeEventListener('blur', wait)
      removeEventListener('focus', back)
    }
  }, [])
  return away
}
