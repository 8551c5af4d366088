import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { Device, PausesTaken, PauseWanted } from '../../src/contract.ts'
import { Tabs } from '../components/Tabs.tsx'
import type { Main } from '../state/main.ts'
import { Known } from './Known.tsx'
import classes from './Main.module.css'
import { OwnPatterns } from './OwnPatterns.tsx'
import { Taken } from './Taken.tsx'
import { PausesToTake } from './PausesToTake.tsx'

interface BreatheProps {
  device: Device
  /** Null while the journal is locked. */
  pauses: PausesTaken | null
  main: Main
}

/** Choose a pause, learn what is known about it, and see one's own. They work while locked, too. */
export default function Breathe({ device, pauses, main }: BreatheProps) {
  const [shown, setShown] = useState<'take' | 'own' | 'known' | 'mine'>('take')
  const begin = (wanted: PauseWanted) => main.pause(wanted)
  return (
    <>
      <header>
        <h1>{t`Breathe`}</h1>
        <p className={classes['lead']}>{t`Softly, not deeply. Stop whenever you like.`}</p>
      </header>
      <Tabs
        label={t`Parts of Breathe`}
        tabs={[
          { name: 'take', label: t`Take a pause` },
          { name: 'own', label: t`Your own patterns` },
          { name: 'known', label: t`What is known` },
          { name: 'mine', label: t`Taken` },
        ]}
        shown={shown}
        onShow={setShown}
      >
        {shown === 'take' && (
          <PausesToTake device={device} onBegin={begin} chooseDevice={main.chooseDevice} />
        )}
        {shown === 'own' && (
          <OwnPatterns device={device} onBegin={begin} chooseDevice={main.chooseDevice} />
        )}
        {shown === 'known' && <Known />}
        {shown === 'mine' && <Taken pauses={pauses} />}
      </Tabs>
    </>
  )
}
