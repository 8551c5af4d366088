import { t } from '@lingui/core/macro'
import { arounds, bodySigns, workloads } from '../../../src/checkins/said.ts'
import { aroundName, bodySignName, workloadName } from '../../i18n/main/check-ins.ts'
import type { CheckInsRoom, OpenCheckIn } from '../../state/check-ins.ts'
import { OneOf, SomeOf } from '../Answers.tsx'
import { FeelingWord } from '../FeelingWord.tsx'
import main from '../Main.module.css'
import classes from '../NoteDetails.module.css'
import { OwnWords } from '../OwnWords.tsx'

/**
 * What can be said of a check-in once its numbers are kept: what there was to do, what went on, what the
 * body said, a few words, and last a word for it. All of it can be left out, and taken back.
 */
export default function CheckInMore({ open, room }: { open: OpenCheckIn; room: CheckInsRoom }) {
  const { details, words, hasHidden } = open
  const { workload, around, body, feeling } = details
  return (
    <div className={classes['details']}>
      <OneOf
        legend={t`What there is to do`}
        choices={workloads}
        nameOf={workloadName}
        picked={workload}
        onPick={(picked) => room.changeDetails({ workload: picked })}
      />
      <SomeOf
        legend={t`What is going on`}
        choices={arounds}
        nameOf={aroundName}
        picked={around}
        onPick={(picked) => room.changeDetails({ around: picked })}
      />
      <SomeOf
        legend={t`What your body says`}
        choices={bodySigns}
        nameOf={bodySignName}
        picked={body}
        onPick={(picked) => room.changeDetails({ body: picked })}
      />
      {words !== null && (
        <OwnWords
          asked={null}
          label={t`A few words, if you like`}
          text={words}
          rows={3}
          onWrite={(text) => room.change({ words: text })}
          onBlank={room.blank}
        />
      )}
      {hasHidden && <p className={main['quiet']}>{t`Its words aren’t shown at this desk.`}</p>}
      <FeelingWord
        legend={t`A word for how you are`}
        feeling={feeling}
        onPick={(picked) => room.changeDetails({ feeling: picked })}
      />
    </div>
  )
}
