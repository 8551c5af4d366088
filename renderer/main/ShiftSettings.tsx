import { t } from '@lingui/core/macro'
import { useStore } from 'zustand'
import type { Settings } from '../../src/contract.ts'
import { Problem } from '../components/Problem.tsx'
import { Switch } from '../components/Switch.tsx'
import type { Main } from '../state/main.ts'
import type { ShiftRoom } from '../state/shift.ts'
import { GoodThings } from './GoodThings.tsx'
import { RechargeList } from './RechargeList.tsx'

interface ShiftSettingsProps {
  settings: Settings
  room: ShiftRoom
  choose: Main['choose']
}

/** What the start and the end of a shift ask, the list that the end offers from, and what was kept. */
export function ShiftSettings({ settings, room, choose }: ShiftSettingsProps) {
  const { recharge, problem } = useStore(room.store)
  const words = settings.words === 'numbers-and-words'
  return (
    <>
      <Switch
        label={t`A moment at shift start`}
        hint={t`One time you helped someone, or their side, in turn. Neither comes after a shift with abuse or somebody in distress.`}
        on={settings.startMoment === 'on'}
        onTurn={(on) => void choose({ startMoment: on ? 'on' : 'off' })}
      />
      <Problem code={problem} />
      {recharge && (
        <RechargeList
          title={t`Things that do me good`}
          items={recharge}
          words={words}
          room={room}
        />
      )}
      {words && <GoodThings room={room} />}
    </>
  )
}
