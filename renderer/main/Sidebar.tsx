import { t } from '@lingui/core/macro'
import type { KeyboardEvent } from 'react'
import { Button } from '../components/Button.tsx'
import { pageName } from '../i18n/main/names.ts'
import classes from './Main.module.css'
import { pages, topOf, type Page } from './pages.ts'

interface SidebarProps {
  page: Page
  canLock: boolean
  onGo: (page: Page) => void
  onLock: () => void
}

/** The pages, and the lock. Up and Down walk through the pages as Tab does. */
export function Sidebar({ page, canLock, onGo, onLock }: SidebarProps) {
  // A page that isn't named here lights the one under which it lies.
  const current = (name: Page) =>
    name === page ? 'page' : name === topOf(page) ? 'true' : undefined
  return (
    <header className={classes['side']}>
      <p className={classes['name']}>{t`Lull`}</p>
      <nav aria-label={t`Pages`} onKeyDown={walk}>
        <ul>
          {pages.map((name, index) => (
            <li key={name}>
              <button
                type="button"
                className={classes['link']}
                aria-current={current(name)}
                aria-keyshortcuts={`Control+${index + 1}`}
                onClick={() => onGo(name)}
              >
                {pageName(name)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <button
        type="button"
        className={classes['support']}
        aria-current={current('support')}
        onClick={() => onGo('support')}
      >
        {pageName('support')}
      </button>
      {canLock && (
        <Button kind="quiet" onClick={onLock}>
          {t`Lock`}
        </Button>
      )}
    </header>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

function walk(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const links = [...event.currentTarget.querySelectorAll('button')]
  const at = links.findIndex((link) => link === document.activeElement)
  links.at((at + step) % links.length)?.focus()
}
