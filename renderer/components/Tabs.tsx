import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import classes from './Tabs.module.css'

interface TabsProps<Name extends string> {
  label: string
  tabs: readonly { name: Name; label: string }[]
  shown: Name
  onShow: (name: Name) => void
  /** What the shown tab holds. */
  children: ReactNode
}

/** Parts of one page, one seen at a time. Arrows, Home and End walk; walking shows (ARIA "Tabs"). */
export function Tabs<Name extends string>({
  label,
  tabs,
  shown,
  onShow,
  children,
}: TabsProps<Name>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  function walk(event: KeyboardEvent) {
    const at = tabs.findIndex(({ name }) => name === shown)
    const to = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key]
    const tab = to === undefined ? undefined : tabs[to]
    if (to === undefined || !tab) return
    event.preventDefault()
    onShow(tab.name)
    list.current?.querySelectorAll('button')[to]?.focus()
  }

  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className={classes['tabs']}
        onKeyDown={walk}
      >
        {tabs.map(({ name, label: words }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            className={classes['tab']}
            aria-selected={name === shown}
            aria-controls={`${id}-panel`}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => onShow(name)}
          >
            {words}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown}`}
        className={classes['panel']}
      >
        {children}
      </div>
    </>
  )
}
