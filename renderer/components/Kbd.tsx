import classes from './Kbd.module.css'

/** A key, as a hint beside what it does. Not read out: the control it stands in has its own name. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className={classes['key']} aria-hidden="true">
      {children}
    </kbd>
  )
}
