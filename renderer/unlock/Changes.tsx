import { plural, t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { keychainWords } from '../i18n/keys/keychain.ts'
import type { UnlockState } from '../state/unlock.ts'
import { Say } from './Say.tsx'

type SureProps = Pick<UnlockState, 'busy' | 'problem' | 'task' | 'keys'> & {
  onConfirm: () => Promise<void>
  onClose: () => void
}

/** What a change comes to, before it is made. */
export function Sure({ busy, problem, task, keys, onConfirm, onClose }: SureProps) {
  const { heading, words, go } = sureWords(task, keys.keychainHere)
  return (
    <Say
      heading={heading}
      actions={
        <>
          <Button kind="main" busy={busy} onClick={() => void onConfirm()}>
            {go}
          </Button>
          <Button busy={busy} onClick={onClose}>{t`Leave it as it is`}</Button>
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

function sureWords(task: UnlockState['task'], here: UnlockState['keys']['keychainHere']) {
  switch (task) {
    case 'remove-passphrase':
      return {
        heading: t`Without a passphrase`,
        words: [
          t`Your recovery key then opens the journal, and the keychain where you use it. You can choose a passphrase again at any time.`,
        ],
        go: t`Remove the passphrase`,
      }
    case 'remove-recovery':
      return {
        heading: t`Without a recovery key`,
        words: [
          t`What stands on your paper then no longer opens your journal. If the passphrase is forgotten after that, nobody can open your journal, and neither can Lull.`,
        ],
        go: t`Remove the recovery key`,
      }
    default:
      return {
        heading: t`Open it with this computer’s keychain`,
        words: [
          keychainWords(here),
          t`Your passphrase goes on opening it, also where the keychain is lost with this computer or your account.`,
        ],
        go: t`Use the keychain`,
      }
  }
}

interface DoneProps {
  task: UnlockState['task']
  onClose: () => void
}

export function Done({ task, onClose }: DoneProps) {
  const words = {
    passphrase: t`The new passphrase opens your journal from now on.`,
    recovery: t`Your recovery key opens your journal from now on. One that you wrote down before no longer does.`,
    keychain: t`This computer’s keychain opens your journal from now on, with one press.`,
    renew: t`Your journal has a new key.`,
    'remove-passphrase': t`The passphrase no longer opens your journal. Keep your recovery key safe.`,
    'remove-recovery': t`The recovery key no longer opens your journal.`,
    copies: t`The copy is your journal now.`,
    file: t`The file is open.`,
  }
  return (
    <Say
      heading={t`Done`}
      actions={
        <Button kind="main" onClick={onClose}>
          {t`Close`}
        </Button>
      }
    >
      <p>{words[task ?? 'recovery']}</p>
    </Say>
  )
}

interface ForgotProps {
  onChoose: () => void
  onClose: () => void
}

/** Whoever opened it by the recovery key may have forgotten the passphrase. */
export function Forgot({ onChoose, onClose }: ForgotProps) {
  return (
    <Say
      heading={t`Your journal is open`}
      actions={
        <>
          <Button kind="main" onClick={onChoose}>{t`Choose a passphrase`}</Button>
          <Button onClick={onClose}>{t`Leave it as it is`}</Button>
        </>
      }
    >
      <p>{t`If the passphrase is gone, choose another one now. Your recovery key stays as it is.`}</p>
    </Say>
  )
}

/** What became of a new data key, over the field that asks for its passphrase. */
export function renewedWords(renewed: NonNullable<UnlockState['renewed']>): string[] {
  if (renewed.copiesLeft === null)
    return [t`The new key couldn’t be made. Your journal is as it was, and opens as before.`]
  const done = t`Your journal has a new key. Open it with the new passphrase.`
  if (renewed.copiesLeft === 0) return [done]
  const left = plural(renewed.copiesLeft, {
    one: 'One older copy in its folder “backups” couldn’t be given the new key, and still opens as before.',
    other:
      '# older copies in its folder “backups” couldn’t be given the new key, and still open as before.',
  })
  return [done, left]
}
