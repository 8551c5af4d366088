import { t } from '@lingui/core/macro'
import type { ReactNode } from 'react'
import { gaps, motions, themes, works } from '../../src/settings/choices.ts'
import { languages } from '../../src/settings/languages.ts'
import { Button } from '../components/Button.tsx'
import { Switch } from '../components/Switch.tsx'
import { gapName, pageName, workName } from '../i18n/main/names.ts'
import type { Main, MainState } from '../state/main.ts'
import type { ShiftRoom } from '../state/shift.ts'
import { DeviceNotice } from './DeviceNotice.tsx'
import main from './Main.module.css'
import classes from './Settings.module.css'
import { QuietHours } from './QuietHours.tsx'
import { PauseSettings } from './PauseSettings.tsx'
import { CheckInReminders } from './CheckInReminders.tsx'
import { Pick } from './Pick.tsx'
import { ShortcutSettings } from './ShortcutSettings.tsx'
import { ShiftStart } from './ShiftStart.tsx'
import { ShiftSettings } from './ShiftSettings.tsx'
import { TellBy } from './TellBy.tsx'
import { TypeSettings } from './TypeSettings.tsx'
import { WeekStartChoice } from './WeekStartChoice.tsx'
import { WordsHere } from './WordsHere.tsx'

interface SettingsProps {
  device: MainState['device']
  shortcuts: MainState['shortcuts']
  /** Null while the journal is locked: the choices about work lie in it. */
  settings: MainState['settings']
  /** Choices about work are kept in the journal; before there is one, there is nowhere to keep them. */
  hasJournal: boolean
  types: MainState['types']
  go: Main['go']
  allWords: Main['allWords']
  shift: ShiftRoom
  choose: Main['choose']
  setTypes: Main['setTypes']
  chooseDevice: Main['chooseDevice']
  recordKeys: Main['recordKeys']
}

/** Everything there is to choose. Each choice is saved at once, and can be taken back. */
export default function Settings(props: SettingsProps) {
  const { device, settings, hasJournal, choose, chooseDevice } = props
  return (
    <>
      <header>
        <h1>{t`Settings`}</h1>
        <p className={main['lead']}>{t`Each choice is saved at once.`}</p>
      </header>
      <DeviceNotice notice={device.notice} />

      <Group title={t`How Lull looks`}>
        <Pick
          legend={t`Theme`}
          choices={themes.map((value) => ({
            value,
            label: { system: t`As the system`, light: t`Light`, dark: t`Dark` }[value],
          }))}
          picked={device.theme}
          onPick={(theme) => chooseDevice({ theme })}
        />
        <Pick
          legend={t`Motion`}
          hint={t`With none, the pacer becomes a number and a word.`}
          choices={motions.map((value) => ({
            value,
            label: { system: t`As the system`, less: t`Less`, none: t`None` }[value],
          }))}
          picked={device.motion}
          onPick={(motion) => chooseDevice({ motion })}
        />
        <Switch
          label={t`Dim`}
          hint={t`No large bright surface, for sore eyes and late hours.`}
          on={device.dim}
          onTurn={(dim) => void chooseDevice({ dim })}
        />
        <Pick
          legend={t`Language`}
          choices={languages.filter(isOffered(device.language)).map((value) => ({
            value,
            label: { en: t`English`, pseudo: t`Pseudo` }[value],
          }))}
          picked={device.language}
          onPick={(language) => chooseDevice({ language })}
        />
      </Group>

      {settings && hasJournal ? (
        <Group title={t`Your work`}>
          <Pick
            legend={t`What do you mostly do?`}
            choices={works.map((value) => ({ value, label: workName(value) }))}
            picked={settings.work}
            onPick={(work) => choose({ work })}
          />
          {(settings.work ?? 'calls') === 'calls' && (
            <Pick
              legend={t`How long is it usually between two calls?`}
              hint={t`After a call that you marked, Lull waits a quarter of it, 5 to 20 seconds.`}
              choices={gaps.map((value) => ({ value, label: gapName(value) }))}
              picked={settings.gap}
              onPick={(gap) => choose({ gap })}
            />
          )}
          <ShiftStart
            value={settings.shiftStart}
            onChange={(shiftStart) => void choose({ shiftStart })}
          />
          <WeekStartChoice value={settings.weekStart} choose={choose} />
          <Switch
            label={t`A line from the guide after a note`}
            hint={t`At most one, of what fits the type. None after abuse or distress.`}
            on={settings.cardAfterNote === 'on'}
            onTurn={(on) => void choose({ cardAfterNote: on ? 'on' : 'off' })}
          />
          <Pick
            legend={t`What may be kept at this desk?`}
            hint={t`Numbers only takes every text field away. Words that are there already stay in the journal.`}
            choices={[
              { value: 'numbers', label: t`Numbers only` },
              { value: 'numbers-and-words', label: t`Numbers and words` },
            ]}
            picked={settings.words === 'unasked' ? null : settings.words}
            onPick={(words) => choose({ words })}
          />
          {settings.words !== 'numbers' && (
            <Switch
              label={t`Say once that I can stop writing`}
              hint={t`In a note, after a minute and a half of writing: “You can stop here. It’s kept.”`}
              on={settings.stopLine === 'on'}
              onTurn={(on) => void choose({ stopLine: on ? 'on' : 'off' })}
            />
          )}
          <WordsHere room={props.allWords} mode={settings.words} />
        </Group>
      ) : (
        <Group title={t`Your work`}>
          <p className={classes['hint']}>
            {hasJournal
              ? t`These choices lie in your journal. Unlock it to see them.`
              : t`These choices lie in your journal, and come with your first entry.`}
          </p>
        </Group>
      )}

      {settings && props.types && hasJournal && (
        <Group title={t`Types of call`}>
          <TypeSettings
            choices={props.types}
            work={settings.work ?? 'calls'}
            withWords={settings.words === 'numbers-and-words'}
            onKeep={(types) => void props.setTypes(types)}
          />
        </Group>
      )}
      <Group title={t`Your phone`}>
        <p className={classes['hint']}>
          {t`When your phone program tells Lull of its calls, a card comes after the one you marked, and nothing comes during a call.`}
        </p>
        <p>
          <Button onClick={() => props.go('connect')}>{t`Connect your phone`}</Button>
        </p>
      </Group>

      <Group title={t`When Lull speaks`}>
        <TellBy chosen={device.tellBy} chooseDevice={chooseDevice} />
        {settings && hasJournal && (
          <>
            {(settings.work ?? 'calls') === 'calls' && (
              <Switch
                label={t`Offer a pause after long calls`}
                hint={t`Longer than nine in ten of your own, once thirty are known. Once a shift at most.`}
                on={settings.longCalls}
                onTurn={(longCalls) => void choose({ longCalls })}
              />
            )}
            <CheckInReminders
              picked={settings.checkInReminders}
              onPick={(checkInReminders) => choose({ checkInReminders })}
            />
            <QuietHours
              value={settings.quietHours}
              onChange={(quietHours) => void choose({ quietHours })}
            />
            <Switch
              label={t`My work runs full screen`}
              hint={t`Otherwise a full screen is taken for a presentation, and Lull waits until it ends.`}
              on={settings.fullScreenWork}
              onTurn={(fullScreenWork) => void choose({ fullScreenWork })}
            />
          </>
        )}
        <p className={main['ways']}>
          <Button onClick={() => props.go('asked')}>{pageName('asked')}</Button>
          <Button onClick={() => props.go('sees')}>{pageName('sees')}</Button>
        </p>
      </Group>

      {settings && hasJournal && (
        <Group title={t`Shift start and end`}>
          <ShiftSettings settings={settings} room={props.shift} choose={choose} />
        </Group>
      )}

      <Group title={t`Pauses`}>
        <PauseSettings device={device} chooseDevice={chooseDevice} />
      </Group>

      <Group title={t`Keys that work everywhere`}>
        <ShortcutSettings
          device={device}
          states={props.shortcuts}
          chooseDevice={chooseDevice}
          recordKeys={props.recordKeys}
        />
      </Group>

      <Group title={t`Keys and lock`}>
        <p className={classes['hint']}>
          {t`Your passphrase, the recovery key and the keychain; when the journal locks; and what to do if somebody may know your passphrase.`}
        </p>
        <p>
          <Button onClick={() => props.go('keys')}>{t`Keys and lock`}</Button>
        </p>
      </Group>

      <Group title={pageName('data')}>
        <p className={classes['hint']}>
          {t`Where it is, and what is in it. Take it out, bring it in, delete it.`}
        </p>
        <p>
          <Button onClick={() => props.go('data')}>{t`Look at your data`}</Button>
        </p>
      </Group>

      <Group title={t`This computer`}>
        <Switch
          label={t`Hide Journal and Trends while I work elsewhere`}
          hint={t`Five seconds after another window has the focus.`}
          on={device.blankAway}
          onTurn={(blankAway) => void chooseDevice({ blankAway })}
        />
        {device.startAtLogin !== null && (
          <Switch
            label={t`Start when I log in`}
            hint={
              device.startAtLogin === 'asked'
                ? t`macOS wants you to allow it: System Settings, General, Login Items.`
                : t`In the tray, without a window.`
            }
            on={device.startAtLogin !== false}
            onTurn={(startAtLogin) => void chooseDevice({ startAtLogin })}
          />
        )}
      </Group>

      <Group title={t`About Lull`}>
        <p className={classes['hint']}>
          {t`What it is and isn’t, what is encrypted and what others can see, what studies found, and what to do when something doesn’t work.`}
        </p>
        <p className={main['ways']}>
          {(['about', 'privacy', 'evidence', 'report'] as const).map((page) => (
            <Button key={page} onClick={() => props.go(page)}>
              {pageName(page)}
            </Button>
          ))}
        </p>
      </Group>
    </>
  )
}

/** The pseudo-language shows what isn't translatable yet; a device.json asks for it, nobody else. */
const isOffered = (now: string) => (language: string) => language !== 'pseudo' || now === 'pseudo'

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['group']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
