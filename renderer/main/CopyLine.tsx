import { t } from '@lingui/core/macro'
import { useId, useRef, useState } from 'react'
import { Button } from '../components/Button.tsx'
import classes from './Connect.module.css'

interface CopyLineProps {
  label: string
  text: string
}

/** A text to be pasted elsewhere. It is selected, and copied where the browser part allows it. */
export function CopyLine({ label, text }: CopyLineProps) {
  const id = useId()
  const line = useRef<HTMLPreElement>(null)
  const [said, setSaid] = useState<string | null>(null)

  function copy() {
    if (!line.current) return
    getSelection()?.selectAllChildren(line.current)
    // Needs no permission, unlike the clipboard's own API, which every window of Lull is denied.
    setSaid(document.execCommand('copy') ? t`Copied.` : t`It is selected: copy it with Ctrl+C.`)
  }

  return (
    <div className={classes['copy']} role="group" aria-labelledby={id}>
      <div className={classes['label']}>
        <span id={id}>{label}</span>
        <span role="status">{said}</span>
      </div>
      <div className={classes['line']}>
        <pre ref={line} tabIndex={0} aria-labelledby={id} onBlur={() => setSaid(null)}>
          {text}
        </pre>
        <Button onClick={copy}>{t`Copy`}</Button>
      </div>
    </div>
  )
}
