import { t } from '@lingui/core/macro'
import type { KeyboardEvent } from 'react'
import type { MainState } from '../state/main.ts'
import { Button } from '../components/Button.tsx'
import classes from './Main.module.css'

interface SidebarProps {
  page: MainState['page']
  canLock: boolean
  onGo: (page: MainState['page']) => void
  onLock: () => void
}

/** The pages, and the lock. Up and Down walk through the pages as Tab does. */
export function Sidebar({ page, canLock, onGo, onLock }: SidebarProps) {
  const pages = [
    { name: 'today', label: t`Today` },
    { name: 'trends', label: t`Trends` },
  ] as const
  return (
    <div className={classes['side']}>
      <p className={classes['name']}>{t`Lull`}</p>
      <nav aria-label={t`Pages`} onKeyDown={walk}>
        <ul>
          {pages.map(({ name, label }) => (
            <li key={name}>
              <button
                type="button"
                className={classes['link']}
                aria-current={name === page ? 'page' : undefined}
                onClick={() => onGo(name)}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <span className={classes['rest']} />
      {canLock && (
        <Button kind="quiet" onClick={onLock}>
          {t`Lock`}
        </Button>
      )}
    </div>
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
