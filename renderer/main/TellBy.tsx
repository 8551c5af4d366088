import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Device } from '../../src/contract.ts'
import { tellWays } from '../../src/settings/choices.ts'
import { tellsByWords, tellWayName } from '../i18n/main/sees.ts'
import { doors } from '../state/doors.ts'
import type { Main } from '../state/main.ts'
import { createSeesRoom } from '../state/sees.ts'
import { Pick } from './Pick.tsx'

interface TellByProps {
  chosen: Device['tellBy']
  chooseDevice: Main['chooseDevice']
}

/** By what Lull tells of an offer, and what that comes to at this desk. */
export function TellBy({ chosen, chooseDevice }: TellByProps) {
  const [room] = useState(() => createSeesRoom(doors))
  const { sees } = useStore(room.store)
  useEffect(() => room.follow(), [room])
  return (
    <Pick
      legend={t`Tell me by`}
      {...(sees && { hint: tellsByWords(sees.tellsBy, chosen) })}
      choices={tellWays.map((value) => ({ value, label: tellWayName(value) }))}
      picked={chosen}
      onPick={(tellBy) => chooseDevice({ tellBy })}
    />
  )
}
