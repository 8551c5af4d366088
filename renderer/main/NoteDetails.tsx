import { t } from '@lingui/core/macro'
import { useId, useState, type ReactNode } from 'react'
import type { Details } from '../../src/contract.ts'
import { techniqueIds, techniquesFor, type TechniqueId } from '../../src/guidance/guide.ts'
import { isLullType, type TypeId } from '../../src/guidance/types.ts'
import {
  channels,
  mostMinutes,
  outcomes,
  reactions,
  triggers,
  verdicts,
} from '../../src/notes/kinds.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { Choices } from '../components/Choices.tsx'
import chips from '../components/Choices.module.css'
import field from '../components/Field.module.css'
import {
  channelName,
  outcomeName,
  pleasantWords,
  reactionName,
  stirredWords,
  techniqueName,
  triggerName,
  verdictName,
} from '../i18n/main/details.ts'
import { Chip, OneOf, SomeOf } from './Answers.tsx'
import { FeelingWord } from './FeelingWord.tsx'
import { Slider } from './Slider.tsx'
import classes from './NoteDetails.module.css'

interface NoteDetailsProps {
  type: TypeId | null
  work: Work
  details: Details
  /** What to try next time; null where it isn't asked for. */
  nextTime: ReactNode
  onChange: (change: Partial<Details>) => void
}

/**
 * What can be said of a note when there is time: what happened, what one did, and last how it felt
 * (design.md, "Against brooding" 4). Nothing of it is asked for, and every answer can be taken back.
 */
export function NoteDetails({ type, work, details, nextTime, onChange }: NoteDetailsProps) {
  const { channel, minutes, outcome, reaction, pleasant, stirred } = details
  const by = channel ?? work
  return (
    <div className={classes['details']}>
      <div className={classes['pair']}>
        <OneOf
          legend={t`How it reached you`}
          choices={channels}
          nameOf={channelName}
          picked={channel}
          onPick={(picked) => onChange({ channel: picked })}
        />
        <label className={`${field['named']} ${classes['minutes']}`}>
          {t`Minutes`}
          <input
            type="number"
            className={field['field']}
            min={0}
            max={mostMinutes}
            step={1}
            value={minutes ?? ''}
            onChange={({ target }) => {
              const typed = target.value === '' ? null : target.valueAsNumber
              if (typed === null || (Number.isInteger(typed) && typed >= 0 && typed <= mostMinutes))
                onChange({ minutes: typed })
            }}
          />
        </label>
      </div>
      <SomeOf
        legend={t`What set it off`}
        choices={triggers}
        nameOf={triggerName}
        picked={details.triggers}
        onPick={(picked) => onChange({ triggers: picked })}
      />
      <Techniques type={type} work={by} details={details} onChange={onChange} />
      <OneOf
        legend={t`How it ended`}
        choices={outcomes}
        nameOf={outcomeName}
        picked={outcome}
        onPick={(picked) => onChange({ outcome: picked })}
      />
      {nextTime}
      <OneOf
        legend={t`How you took it`}
        choices={reactions}
        nameOf={reactionName}
        picked={reaction}
        onPick={(picked) => onChange({ reaction: picked })}
      />
      <Slider
        label={t`How pleasant it felt`}
        low={t`unpleasant`}
        high={t`pleasant`}
        value={pleasant}
        inWords={pleasantWords}
        onSlide={(value) => onChange({ pleasant: value })}
      />
      <Slider
        label={t`How stirred up you were`}
        low={t`quiet`}
        high={t`stirred up`}
        value={stirred}
        inWords={stirredWords}
        onSlide={(value) => onChange({ stirred: value })}
      />
      <FeelingWord
        legend={t`A word for how it left you`}
        feeling={details.feeling}
        onPick={(feeling) => onChange({ feeling })}
      />
    </div>
  )
}

type PartProps = Pick<NoteDetailsProps, 'details' | 'onChange'>

/**
 * What one did, with one's own verdict: those that fit the type first, the others on request. Abuse and
 * distress get no list: nothing that one did was what made it so.
 */
function Techniques({
  type,
  work,
  details,
  onChange,
}: PartProps & { type: TypeId | null; work: Work }) {
  const [all, setAll] = useState(false)
  const id = useId()
  const { techniques } = details
  const marked = (technique: TechniqueId) => techniques.find((each) => each.technique === technique)
  const fitting = techniquesFor[type !== null && isLullType(type) ? type : 'other']
  const shown = techniqueIds
    .filter((each) => all || fitting.includes(each) || marked(each))
    .toSorted((one, other) => rankIn(fitting, one) - rankIn(fitting, other))
  const mark = (technique: TechniqueId, verdict: (typeof verdicts)[number] | null) =>
    onChange({
      techniques: techniqueIds.flatMap((each) => {
        if (each !== technique) return marked(each) ?? []
        return verdict === null ? [] : { technique, verdict }
      }),
    })
  return (
    <fieldset className={`${chips['group']} ${classes['techniques']}`}>
      <legend id={id}>{t`What you did`}</legend>
      <ul>
        {shown.map((technique) => {
          const name = techniqueName(technique, work)
          const verdict = marked(technique)?.verdict ?? null
          return (
            <li key={technique} className={chips['chips']}>
              <Chip
                name={name}
                on={verdict !== null}
                onTurn={(on) => mark(technique, on ? 'used' : null)}
              />
              {verdict !== null && (
                <Choices
                  legend={<span className="unseen">{name}</span>}
                  look="segments"
                  choices={verdicts.map((each) => ({ value: each, label: verdictName(each) }))}
                  picked={verdict}
                  onPick={(picked) => mark(technique, picked)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {!all && shown.length < techniqueIds.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {shown.length === 0 ? t`Show what one can do` : t`Show all`}
        </Button>
      )}
    </fieldset>
  )
}

/** Where it stands among those that fit; the others after them, in their own order. */
function rankIn(fitting: readonly TechniqueId[], technique: TechniqueId): number {
  const rank = fitting.indexOf(technique)
  return rank === -1 ? fitting.length : rank
}
