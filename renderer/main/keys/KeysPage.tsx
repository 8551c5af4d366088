import { t } from '@lingui/core/macro'
import { useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Device, JournalStatus, KeysStatus } from '../../../src/contract.ts'
import { lockMinutes } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { Problem } from '../../components/Problem.tsx'
import { Switch } from '../../components/Switch.tsx'
import { isKeychain, keychainWords } from '../../i18n/keys/keychain.ts'
import { slowedWords } from '../../i18n/keys/slowed.ts'
import { keysOf } from '../../i18n/main/shortcuts.ts'
import { doors } from '../../state/doors.ts'
import { createKeysPage, type KeysPage as Room } from '../../state/keys.ts'
import type { Main } from '../../state/main.ts'
import { isMac } from '../keyboard.ts'
import main from '../Main.module.css'
import { Pick } from '../Pick.tsx'
import settings from '../Settings.module.css'
import classes from './Keys.module.css'

interface KeysPageProps {
  device: Device
  journal: JournalStatus
  main: Main
}

/** What opens the journal, and when it locks. Secrets are asked for in a window of their own. */
export default function KeysPage({ device, journal, main: screen }: KeysPageProps) {
  const [room] = useState(() => createKeysPage(doors))
  const { keys, problem } = useStore(room.store)
  useEffect(() => {
    void room.look()
    return room.leave
  }, [room])

  return (
    <>
      <header>
        <h1>{t`Keys and lock`}</h1>
        <p className={main['lead']}>{t`What opens your journal, and when it locks.`}</p>
      </header>
      <Problem code={problem} />
      {journal.state === 'absent' ? (
        <Part title={t`What opens it`}>
          <p
            className={classes['hint']}
          >{t`You choose a passphrase with your first entry. Until then nothing is kept, so nothing needs a key.`}</p>
        </Part>
      ) : (
        keys && <Ways keys={keys} room={room} isOpen={journal.state === 'open'} main={screen} />
      )}
      {journal.state !== 'absent' && (
        <Part title={t`If somebody may know your passphrase`}>
          <p>{t`A new key encrypts your journal anew, with its copies in the folder “backups”, under a passphrase that only you know. It takes a moment, and then the journal locks.`}</p>
          <p
            className={classes['hint']}
          >{t`Until then, older copies in that folder open as your journal did when they were made. What somebody has copied already, or your employer’s backup keeps, goes on opening with the old passphrase; no program can call that back.`}</p>
          {journal.state === 'open' && (
            <p>
              <Button onClick={() => void room.change('renew')}>{t`Make a new key`}</Button>
            </p>
          )}
        </Part>
      )}
      <Locking device={device} main={screen} canLock={journal.state === 'open'} />
      <Capture device={device} main={screen} />
    </>
  )
}

interface WaysProps {
  keys: KeysStatus
  room: Room
  isOpen: boolean
  main: Main
}

/** Each way in, whether it is there, and what can be done about it. */
function Ways({ keys, room, isOpen, main: screen }: WaysProps) {
  const { keychainHere } = keys
  return (
    <Part title={t`What opens it`}>
      {!isOpen && (
        <div className={classes['locked']}>
          <span>{t`Your journal is locked. What opens it can be changed once it is open.`}</span>
          <Button kind="main" onClick={() => screen.open('unlock')}>{t`Unlock`}</Button>
        </div>
      )}
      <ul className={classes['ways']}>
        <Way
          name={t`Passphrase`}
          state={keys.passphrase ? t`opens it` : t`none`}
          isOn={keys.passphrase}
          hint={slowedWords()}
        >
          {isOpen && (
            <>
              <Button onClick={() => void room.change('passphrase')}>
                {keys.passphrase ? t`Change the passphrase` : t`Choose a passphrase`}
              </Button>
              {keys.passphrase && keys.recoveryKey && (
                <Button kind="quiet" onClick={() => void room.change('remove-passphrase')}>
                  {t`Remove the passphrase`}
                </Button>
              )}
            </>
          )}
        </Way>
        <Way
          name={t`Recovery key`}
          state={keys.recoveryKey ? t`on your paper` : t`not written down yet`}
          isOn={keys.recoveryKey}
          hint={t`For the day the passphrase is gone. It is shown once; showing it again makes a new one, and the one before then no longer opens it.`}
        >
          {isOpen && (
            <>
              <Button onClick={() => void room.change('recovery')}>
                {keys.recoveryKey ? t`Make a new recovery key` : t`Write down a recovery key`}
              </Button>
              {keys.recoveryKey && keys.passphrase && (
                <Button kind="quiet" onClick={() => void room.change('remove-recovery')}>
                  {t`Remove the recovery key`}
                </Button>
              )}
            </>
          )}
        </Way>
        <Way
          name={t`This computer’s keychain`}
          state={keys.keychain ? t`opens it` : isKeychain(keychainHere) ? t`off` : t`not here`}
          isOn={keys.keychain}
          hint={keychainWords(keychainHere)}
        >
          {isOpen && keys.keychain && (
            <Button onClick={() => void room.dropKeychain()}>{t`Stop using the keychain`}</Button>
          )}
          {isOpen && !keys.keychain && isKeychain(keychainHere) && (
            <Button onClick={() => void room.change('keychain')}>{t`Use the keychain`}</Button>
          )}
        </Way>
      </ul>
    </Part>
  )
}

interface WayProps {
  name: string
  state: string
  isOn: boolean
  hint: string
  children: ReactNode
}

function Way({ name, state, isOn, hint, children }: WayProps) {
  return (
    <li className={classes['way']}>
      <h3>{name}</h3>
      <span className={classes['state']} data-on={isOn || undefined}>
        {state}
      </span>
      <p className={classes['hint']}>{hint}</p>
      <div className={classes['does']}>{children}</div>
    </li>
  )
}

interface LockingProps {
  device: Device
  main: Main
  canLock: boolean
}

function Locking({ device, main: screen, canLock }: LockingProps) {
  const { hide } = device.shortcuts
  const minutes = device.lockMinutes
  return (
    <Part title={t`When it locks`}>
      <Pick
        legend={t`Lock when nobody has been here for`}
        choices={lockMinutes.map((value) => ({ value, label: t`${value} min` }))}
        picked={minutes}
        onPick={(value) => screen.chooseDevice({ lockMinutes: value })}
      />
      <ul className={classes['points']}>
        <li>{t`When the computer’s own screen locks, and before it sleeps.`}</li>
        <li>
          {t`Whenever you say so: here, in the tray, or by the command`}{' '}
          <code data-own-words>lull --lock</code>
        </li>
        <li>
          {hide === null
            ? t`Hide everything, and lock: no keys are chosen for that.`
            : t`Hide everything, and lock, by the keys`}{' '}
          {hide !== null && (
            <span className={classes['keys']}>
              {keysOf(hide, isMac(), new Map()).shown.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          )}
        </li>
      </ul>
      {navigator.userAgent.includes('Linux') && (
        <p
          className={classes['hint']}
        >{t`Not every desktop says how long nobody was here, or that its screen is locked. The page “What Lull can see here” tells of yours.`}</p>
      )}
      <p
        className={classes['hint']}
      >{t`Locked, the program that held your words and its key has ended, with every window that showed some of them. Pauses go on, and a note can be sealed until you unlock.`}</p>
      {canLock && (
        <p>
          <Button onClick={screen.lock}>{t`Lock now`}</Button>
        </p>
      )}
    </Part>
  )
}

/** Only where the system has something of the kind. */
function Capture({ device, main: screen }: { device: Device; main: Main }) {
  const mac = isMac()
  const isThere = mac || navigator.userAgent.includes('Windows')
  return (
    <Part title={t`Recordings and shared screens`}>
      {isThere ? (
        <>
          <Switch
            label={t`Leave Lull out of recordings`}
            hint={t`The recording shows a black box where Lull is, which may draw attention. It is off until you want it.`}
            on={device.hideFromCapture}
            onTurn={(hideFromCapture) => void screen.chooseDevice({ hideFromCapture })}
          />
          {mac && (
            <p className={classes['hint']}>{t`Newer programs on macOS record it all the same.`}</p>
          )}
        </>
      ) : (
        <p
          className={classes['hint']}
        >{t`This system has no way to leave a window out of a recording. Whoever records or shares the screen sees what you see.`}</p>
      )}
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={settings['group']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
