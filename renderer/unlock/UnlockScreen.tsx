import { t } from '@lingui/core/macro'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { useKeys } from '../components/keys.ts'
import { swappedWords, unreadableWords } from '../i18n/sealed/opened.ts'
import type { Step, Unlock } from '../state/unlock.ts'
import { Anew } from './Anew.tsx'
import { Done, Forgot, Sure } from './Changes.tsx'
import { Choose } from './Choose.tsx'
import { Copies, CopyInside } from './Copies.tsx'
import { Create } from './Create.tsx'
import { noticeWords } from './notices.ts'
import { Open } from './Open.tsx'
import { Prove } from './Prove.tsx'
import { Elsewhere, Gone } from './Place.tsx'
import { CheckKey, OfferKey, ShowKey } from './Recovery.tsx'
import { Say } from './Say.tsx'

/** Begins a journal, opens it, and changes what opens it. */
export function UnlockScreen({ unlock }: { unlock: Unlock }) {
  const state = useStore(unlock.store)
  useKeys((event) => {
    if (event.key !== 'Escape' || mustStay.includes(state.step) || state.busy) return false
    if (sideWays.includes(state.step)) unlock.back()
    else if (state.step === 'file') unlock.fold()
    else unlock.goOn()
    return true
  })
  switch (state.step) {
    case 'create':
      return (
        <Create
          {...state}
          onCreate={unlock.create}
          onCopies={unlock.toCopies}
          onFind={unlock.find}
          onClose={unlock.fold}
        />
      )
    case 'open':
      return (
        <Open
          {...state}
          onOpen={unlock.open}
          onKeychain={unlock.openByKeychain}
          onWaited={unlock.waited}
          onSwitch={unlock.switchBy}
          onClose={unlock.fold}
          onShowFolder={unlock.showFolder}
          onAnew={unlock.toAnew}
          onLook={unlock.look}
          onCopies={unlock.toCopies}
        />
      )
    case 'elsewhere':
      return <Elsewhere {...state} onOpen={unlock.openHere} onClose={unlock.fold} />
    case 'gone':
      return <Gone {...state} onFind={unlock.find} onAnew={unlock.toAnew} onClose={unlock.fold} />
    case 'anew':
    case 'another':
      return (
        <Anew
          {...state}
          inPlaceOf={state.step === 'anew' ? 'one-that-does-not-open' : 'one-that-is-away'}
          onAnew={unlock.beginAnew}
          onBack={unlock.back}
        />
      )
    case 'offer':
      return <OfferKey {...state} onNow={unlock.writeDownKey} onLater={unlock.fold} />
    case 'key':
      return (
        <ShowKey
          recoveryKey={state.recovery.recoveryKey}
          onWritten={unlock.toCheck}
          onClose={unlock.fold}
        />
      )
    case 'check':
      return (
        <CheckKey
          key={state.recovery.recoveryKey}
          {...state}
          onKeep={unlock.keepKey}
          onAgain={unlock.writeDownKey}
          onClose={unlock.fold}
        />
      )
    case 'prove':
      return (
        <Prove
          {...state}
          onProve={unlock.prove}
          onSwitch={unlock.switchBy}
          onWaited={unlock.waited}
          onClose={unlock.fold}
        />
      )
    case 'choose':
      return <Choose {...state} onChoose={unlock.choose} onClose={unlock.fold} />
    case 'sure':
      return <Sure {...state} onConfirm={unlock.confirm} onClose={unlock.fold} />
    case 'forgot':
      return <Forgot onChoose={unlock.chooseAnother} onClose={unlock.fold} />
    case 'file':
      return (
        <Prove
          {...state}
          ofFile
          onProve={unlock.openFile}
          onSwitch={unlock.switchBy}
          onWaited={unlock.waited}
          onClose={unlock.fold}
        />
      )
    case 'copies':
      return (
        <Copies
          {...state}
          onLookInside={unlock.lookInside}
          onSwitch={unlock.switchBy}
          onWaited={unlock.waited}
          onBack={unlock.back}
        />
      )
    case 'copy':
      return (
        state.copy && (
          <CopyInside
            {...state.copy}
            busy={state.busy}
            problem={state.problem}
            onRestore={unlock.restore}
            onBack={unlock.back}
          />
        )
      )
    case 'restored':
      return (
        <Say
          heading={t`Your journal is open`}
          actions={<Button kind="main" onClick={unlock.fold}>{t`Close`}</Button>}
        >
          <p>{t`The copy is your journal now. What it took the place of is kept as it was, in the folder of the copies.`}</p>
        </Say>
      )
    case 'done':
      return <Done task={state.task} onClose={unlock.fold} />
    case 'lost':
      return (
        <Say
          heading={t`Your journal is open`}
          actions={<Button kind="main" onClick={unlock.goOn}>{t`Go on`}</Button>}
        >
          {state.notice && <p>{noticeWords(state.notice)}</p>}
        </Say>
      )
    case 'sealed':
      return (
        <Say
          heading={t`Your journal is open`}
          actions={<Button kind="main" onClick={unlock.goOn}>{t`Go on`}</Button>}
        >
          {state.swapped && <p>{swappedWords()}</p>}
          {state.unreadable > 0 && <p>{unreadableWords(state.unreadable)}</p>}
        </Say>
      )
    case 'ready':
      return (
        <Say
          heading={t`Your journal is open`}
          actions={<Button kind="main" onClick={unlock.fold}>{t`Close`}</Button>}
        >
          <p>{t`Its recovery key has been written down.`}</p>
        </Say>
      )
  }
}

/** A key that was shown isn't lost to a slip of the hand. */
const mustStay: readonly Step[] = ['key', 'check']
/** From these Esc goes back to where they were taken. */
const sideWays: readonly Step[] = ['anew', 'another', 'copies', 'copy']
