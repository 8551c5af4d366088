import { t } from '@lingui/core/macro'
import { useEffect, useId, useRef, useState } from 'react'
import type { Plan } from '../../../src/contract.ts'
import {
  longestPlanWords,
  planActions,
  planWordsProblem,
  situationTypes,
} from '../../../src/plans/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { Choices } from '../../components/Choices.tsx'
import field from '../../components/Field.module.css'
import { actionWords, planSentence, situationWords } from '../../i18n/after/plans.ts'
import { lineWords } from '../../i18n/main/line.ts'
import { activeOf, isFull, type Making, type PlansRoom, type PlansView } from '../../state/plans.ts'
import main from '../Main.module.css'
import classes from './Plans.module.css'

interface PlanFormProps {
  room: PlansRoom
  making: Making
  plans: PlansView['plans']
  work: Work
  /** Own words may be written at this desk. */
  withWords: boolean
  /** What is being made is kept, or isn't to be. */
  onDone: () => void
}

/** A plan as it is made: when, what then, and, where three are in use, which one rests. Esc leaves it. */
export function PlanForm({ room, making, plans, work, withWords, onDone }: PlanFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [asked, setAsked] = useState(false)
  const [rest, setRest] = useState<string | null>(null)
  // Where a note has said when, the next thing to say is what then.
  const [beginsAt] = useState(making.when === null || making.old ? 0 : 1)
  useEffect(() => {
    form.current?.querySelectorAll<HTMLElement>('select')[beginsAt]?.focus()
  }, [beginsAt])
  const { when, will, old } = making
  const problems = {
    when: partProblem(when, t`Choose when.`),
    will: partProblem(will, t`Choose what you will do.`),
    rest: !old && isFull(plans) && rest === null ? t`Choose one that rests.` : null,
  }
  async function keep() {
    setAsked(true)
    if (problems.when !== null || problems.will !== null || problems.rest !== null) return
    if (await room.keep(old ? null : rest)) onDone()
  }
  const leave = () => {
    room.cancel()
    onDone()
  }
  const sentence =
    when && will && problems.when === null && problems.will === null
      ? planSentence({ when, will }, work)
      : null

  return (
    <form
      ref={form}
      className={classes['form']}
      aria-label={old ? t`Change the plan` : t`A new plan`}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        leave()
      }}
    >
      <h2>{old ? t`Change the plan` : t`A new plan`}</h2>
      <div className={classes['parts']}>
        <Part
          label={t`If`}
          value={when === null ? '' : when.by === 'type' ? when.type : 'words'}
          words={when?.by === 'words' ? when.words : null}
          wordsLabel={t`If, in your own words`}
          options={situationTypes.map((type) => ({
            value: type,
            label: situationWords(type, work),
          }))}
          withWords={withWords}
          problem={asked ? problems.when : null}
          onPick={(value) => {
            const type = situationTypes.find((each) => each === value)
            room.change({
              when: type
                ? { by: 'type', type }
                : value === 'words'
                  ? { by: 'words', words: '' }
                  : null,
            })
          }}
          onWrite={(words) => room.change({ when: { by: 'words', words } })}
        />
        <Part
          label={t`then I`}
          value={will === null ? '' : will.by === 'action' ? will.action : 'words'}
          words={will?.by === 'words' ? will.words : null}
          wordsLabel={t`Then I, in your own words`}
          options={planActions.map((action) => ({
            value: action,
            label: actionWords(action, work),
          }))}
          withWords={withWords}
          problem={asked ? problems.will : null}
          onPick={(value) => {
            const action = planActions.find((each) => each === value)
            room.change({
              will: action
                ? { by: 'action', action }
                : value === 'words'
                  ? { by: 'words', words: '' }
                  : null,
            })
          }}
          onWrite={(words) => room.change({ will: { by: 'words', words } })}
        />
      </div>
      {sentence !== null && <p className={classes['sentence']}>{sentence}</p>}
      {!old && isFull(plans) && (
        <Resting
          active={activeOf(plans)}
          work={work}
          picked={rest}
          problem={asked ? problems.rest : null}
          onPick={setRest}
        />
      )}
      <div className={main['ways']}>
        <Button kind="main" submit>
          {t`Keep the plan`}
        </Button>
        <Button kind="quiet" hint="Esc" onClick={leave}>
          {t`Leave it`}
        </Button>
      </div>
    </form>
  )
}

interface RestingProps {
  active: readonly Plan[]
  work: Work
  picked: string | null
  problem: string | null
  onPick: (id: string) => void
}

/** Three plans are what one can keep in mind: which one makes room? */
export function Resting({ active, work, picked, problem, onPick }: RestingProps) {
  const id = useId()
  return (
    <div className={classes['part']}>
      <Choices
        legend={<p>{t`Three plans are in use. Which one rests for it?`}</p>}
        choices={active.map((plan) => ({ value: plan.id, label: planSentence(plan, work) }))}
        picked={picked}
        onPick={onPick}
        look="chips"
        describedBy={id}
      />
      <p role="alert" id={id} className={classes['problem']}>
        {problem}
      </p>
    </div>
  )
}

interface PartProps {
  label: string
  value: string
  /** Null where it is one of ours. */
  words: string | null
  wordsLabel: string
  options: readonly { value: string; label: string }[]
  withWords: boolean
  problem: string | null
  onPick: (value: string) => void
  onWrite: (words: string) => void
}

/** One half of the sentence: one of ours, or own words where those are allowed. */
function Part(props: PartProps) {
  const { label, value, words, options, withWords, problem } = props
  const id = useId()
  return (
    <div className={classes['part']}>
      <div className={field['named']}>
        <label htmlFor={`${id}-of`}>{label}</label>
        <select
          id={`${id}-of`}
          className={field['field']}
          value={value}
          aria-invalid={problem !== null && words === null}
          aria-describedby={id}
          onChange={({ target }) => props.onPick(target.value)}
        >
          <option value="">{t`Choose`}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
          {(withWords || words !== null) && <option value="words">{t`In my own words`}</option>}
        </select>
      </div>
      {words !== null && (
        <input
          className={field['field']}
          aria-label={props.wordsLabel}
          aria-invalid={problem !== null}
          aria-describedby={id}
          value={words}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          onChange={({ target }) => props.onWrite(target.value)}
        />
      )}
      <p role="alert" id={id} className={classes['problem']}>
        {problem}
      </p>
    </div>
  )
}

function partProblem(part: Making['when'] | Making['will'], missing: string): string | null {
  if (part === null) return missing
  if (part.by !== 'words') return null
  const problem = planWordsProblem(part.words)
  return problem === null ? null : lineWords(problem, longestPlanWords)
}
