import { t } from '@lingui/core/macro'
import { Scale } from '../../components/Scale.tsx'

interface TwoScalesProps {
  stress: number | null
  energy: number | null
  onStress: (stress: number) => void
  onEnergy: (energy: number) => void
}

const values = Array.from({ length: 11 }, (_, value) => value)

/** The two numbers of a check-in that was, one under the other; 0 to 10 each. */
export function TwoScales({ stress, energy, onStress, onEnergy }: TwoScalesProps) {
  return (
    <>
      <Scale
        legend={t`Stress`}
        values={values}
        low={t`none`}
        high={t`as much as it gets`}
        picked={stress}
        onPick={onStress}
        onDone={onStress}
      />
      <Scale
        legend={t`Energy`}
        values={values}
        low={t`none`}
        high={t`plenty`}
        picked={energy}
        onPick={onEnergy}
        onDone={onEnergy}
      />
    </>
  )
}
