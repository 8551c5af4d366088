import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import classes from './Dialog.module.css'

interface DialogProps {
  title: string
  children: ReactNode
  /** The ways on; the first of them that takes the focus says so itself. */
  actions: ReactNode
  /** Esc, or a click beside it. What was open before is as it was. */
  onClose: () => void
}

/**
 * Asks for a moment's attention in the window that it belongs to. The browser's own modal dialog: it
 * keeps the focus, makes the rest inert, and gives the focus back.
 */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // In the layout's turn: it must close while it is still in the page, or the focus isn't given back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classes['dialog']}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        // The keys of the screen behind it are not meant.
        event.stopPropagation()
      }}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) onClose()
      }}
    >
      <div className={classes['body']}>
        <h2 id={id}>{title}</h2>
        <div className={classes['words']}>{children}</div>
        <div className={classes['actions']}>{actions}</div>
      </div>
    </dialog>
  )
}
