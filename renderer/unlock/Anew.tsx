import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { Say } from './Say.tsx'

type AnewProps = Pick<UnlockState, 'busy' | 'problem'> & {
  /** The journal that is there doesn't open, or it lies elsewhere and isn't there now. */
  inPlaceOf: 'one-that-does-not-open' | 'one-that-is-away'
  onAnew: () => Promise<void>
  onBack: () => void
}

/** Before another journal is begun: what becomes of the one that was. */
export function Anew({ inPlaceOf, busy, problem, onAnew, onBack }: AnewProps) {
  const { heading, words } = anewWords(inPlaceOf)
  return (
    <Say
      heading={heading}
      actions={
        <>
          <Button kind="main" busy={busy} onClick={() => void onAnew()}>
            {t`Begin another one`}
          </Button>
          <Button hint="Esc" onClick={onBack}>
            {t`Leave it as it is`}
          </Button>
        </>
      }
    >
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Problem code={problem} />
    </Say>
  )
}

function anewWords(inPlaceOf: AnewProps['inPlaceOf']) {
  if (inPlaceOf === 'one-that-is-away')
    return {
      heading: t`Another journal on this computer`,
      words: [
        t`The one that is away stays as it is. Lull looks for it no longer, and begins a new one in its usual folder.`,
        t`To go back to it, close Lull, move the new one’s folder away, and put the whole folder of the old one there under the same name.`,
      ],
    }
  return {
    heading: t`Another journal, beside this one`,
    words: [
      t`Nothing of the one that doesn’t open is deleted or changed. Its whole folder, with its copies, gets today’s date in its name and stays beside the new one.`,
      t`Lull then opens the new journal. To go back, close Lull, move the new folder away and give the old one back the name it had.`,
    ],
  }
}
