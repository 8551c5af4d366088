import { t } from '@lingui/core/macro'
import { useId, useState } from 'react'
import type { TypeChoice, TypeChoices } from '../../src/contract.ts'
import {
  doubledNames,
  folded,
  longestTypeName,
  mostTypes,
  typeNameProblem,
} from '../../src/guidance/own-types.ts'
import { isLullType, type TypeId } from '../../src/guidance/types.ts'
import type { Work } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { Choices } from '../components/Choices.tsx'
import field from '../components/Field.module.css'
import { lineWords } from '../i18n/main/line.ts'
import { plainTypeName, typeName } from '../i18n/names.ts'
import { newId } from '../state/uuid.ts'
import main from './Main.module.css'
import classes from './TypeSettings.module.css'

interface TypeSettingsProps {
  choices: TypeChoices
  work: Work
  /** Names are words: they can be typed only where words may be kept. */
  withWords: boolean
  onKeep: (choices: TypeChoices) => void
}

/** What a note can be of: names, which are shown, their order, and the agent's own. */
export function TypeSettings({ choices, work, withWords, onKeep }: TypeSettingsProps) {
  const { types, ordered } = choices
  const [adding, setAdding] = useState(false)
  const keep = (changed: readonly TypeChoice[], inOrder = ordered) =>
    onKeep({ types: [...changed], ordered: inOrder })
  const change = (id: TypeId, to: Partial<TypeChoice>) =>
    keep(types.map((type) => (type.id === id ? { ...type, ...to } : type)))
  const move = (at: number, to: number) => {
    const moved = types.toSpliced(at, 1)
    const type = types[at]
    if (type) keep(moved.toSpliced(to, 0, type), true)
  }
  const add = (name: string) => {
    setAdding(false)
    keep([...types, { id: ownId(types), name, hidden: false }])
  }
  /** What is wrong with a name for this type, in words, or null. Lull's own names count too. */
  const problemOf = (id: TypeId | null, name: string): string | null => {
    const problem = typeNameProblem(name)
    if (problem !== null) return lineWords(problem, longestTypeName)
    const others = types.filter((type) => type.id !== id)
    return others.some((type) => folded(typeName(type.id, work)) === folded(name))
      ? t`Another type has this name already.`
      : null
  }
  const shown = types.filter(({ hidden }) => !hidden).length
  const count = types.length
  const doubled = doubledNames(types).join(', ')

  return (
    <>
      <Choices
        legend={<span className={classes['legend']}>{t`Which come first in a note`}</span>}
        choices={[
          { value: 'used', label: t`Those I use most` },
          { value: 'ordered', label: t`In the order below` },
        ]}
        picked={ordered ? 'ordered' : 'used'}
        onPick={(value) => keep(types, value === 'ordered')}
        look="segments"
      />
      <details className={classes['fold']}>
        <summary>{t`Names, order, and which are shown`}</summary>
        <ol className={classes['types']}>
          {types.map((type, at) => {
            const name = typeName(type.id, work)
            return (
              <li key={type.id}>
                {withWords ? (
                  <NameField
                    label={t`Name of the type ${name}`}
                    value={name}
                    otherwise={isLullType(type.id) ? plainTypeName(type.id, work) : null}
                    problemOf={(typed) => problemOf(type.id, typed)}
                    onKeep={(typed) => change(type.id, { name: typed })}
                  />
                ) : (
                  <span className={classes['plain']}>{name}</span>
                )}
                <span className={classes['ways']}>
                  <Button
                    kind="quiet"
                    label={t`Move ${name} up`}
                    busy={at === 0}
                    onClick={() => move(at, at - 1)}
                  >
                    ↑
                  </Button>
                  <Button
                    kind="quiet"
                    label={t`Move ${name} down`}
                    busy={at === types.length - 1}
                    onClick={() => move(at, at + 1)}
                  >
                    ↓
                  </Button>
                  <label className={classes['show']}>
                    <input
                      type="checkbox"
                      checked={!type.hidden}
                      aria-label={t`Show ${name}`}
                      disabled={!type.hidden && shown === 1}
                      onChange={({ target }) => change(type.id, { hidden: !target.checked })}
                    />
                    {t`shown`}
                  </label>
                  {!isLullType(type.id) && (
                    <Button
                      kind="quiet"
                      label={t`Take ${name} out`}
                      onClick={() => keep(types.filter(({ id }) => id !== type.id))}
                    >
                      {t`Take out`}
                    </Button>
                  )}
                </span>
              </li>
            )
          })}
        </ol>
        {doubled !== '' && (
          <p
            className={main['quiet']}
          >{t`More than one type is called: ${doubled}. You can give one of them another name, or take it out.`}</p>
        )}
        {count >= mostTypes ? (
          <p className={main['quiet']}>{t`There are ${count} types; there is no room for more.`}</p>
        ) : adding ? (
          <NameField
            label={t`Name of the new type`}
            value=""
            otherwise={null}
            focused
            problemOf={(typed) => problemOf(null, typed)}
            onKeep={add}
            onLeave={() => setAdding(false)}
          />
        ) : (
          <Button onClick={() => (withWords ? setAdding(true) : add(''))}>{t`Add a type`}</Button>
        )}
        <p className={main['quiet']}>
          {withWords
            ? t`A type that isn’t shown still names its old notes. So does one that is taken out while notes are of it: it stays, and isn’t shown.`
            : t`You keep numbers only at this desk, so types have Lull’s names here.`}
        </p>
      </details>
    </>
  )
}

interface NameFieldProps {
  label: string
  value: string
  /** The name that it has without one of the agent's own. */
  otherwise: string | null
  focused?: boolean
  problemOf: (typed: string) => string | null
  /** Empty where the name is the one that it has anyway. */
  onKeep: (name: string) => void
  /** For a new one, which has a button to add it: nothing is to be kept. */
  onLeave?: () => void
}

/** Kept once it is left, or with Enter; what can't be a name stays in the field, with a sentence. */
function NameField(props: NameFieldProps) {
  const { label, value, otherwise, problemOf, onKeep, onLeave } = props
  const id = useId()
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  const [problem, setProblem] = useState<string | null>(null)
  if (shown !== value) {
    setShown(value)
    setTyped(value)
    setProblem(null)
  }
  function keep() {
    const name = typed.trim() || (otherwise ?? '')
    if (name === value) {
      setTyped(value)
      setProblem(null)
      onLeave?.()
      return
    }
    const wrong = problemOf(name)
    setProblem(wrong)
    if (wrong === null) onKeep(name === otherwise ? '' : name)
  }
  return (
    <span
      className={classes['name']}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) keep()
      }}
    >
      <input
        className={field['field']}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={id}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        autoFocus={props.focused}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
          if (event.key !== 'Escape') return
          setTyped(value)
          setProblem(null)
          onLeave?.()
        }}
      />
      <small role="alert" id={id} className={classes['problem']}>
        {problem}
      </small>
      {onLeave && <Button onClick={keep}>{t`Add`}</Button>}
    </span>
  )
}

/** An id that no type here has; ids sort by the moment they were made, which numbers the nameless ones. */
function ownId(types: readonly TypeChoice[]): TypeId {
  const end = newId(Date.now()).replace(/-/g, '').slice(0, 12) + newId().slice(-4)
  return types.some(({ id }) => id === `own-${end}`) ? ownId(types) : `own-${end}`
}
