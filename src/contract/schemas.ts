import * as v from 'valibot'
import { isPauseKind, type PauseKind } from '../breathing/kinds.ts'
import { longestPauseMs, shortestPauseMs } from '../breathing/own.ts'
import { isLullType, isOwnType, type TypeId } from '../guidance/types.ts'
import { isDay } from '../shifts/day.ts'
import { isUuidv7 } from '../uuid.ts'

/** Exactly `{}`: an empty list or a date would pass for an object without entries. */
export const nothing = v.custom<Record<string, never>>(
  (value) =>
    Object.prototype.toString.call(value) === '[object Object]' &&
    Reflect.ownKeys(Object(value)).length === 0,
  'takes no input',
)

/** Some of these, at least one: what isn't named stays as it is. */
export const change = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.custom<object>((value) => Object.prototype.toString.call(value) === '[object Object]'),
    v.strictObject(entries),
    v.check((given) => {
      const values = Object.values(given)
      return values.length > 0 && !values.includes(undefined)
    }, 'names nothing to change'),
  )

export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15))

export const id = v.pipe(v.string(), v.check(isUuidv7, 'is no id'))

/** `2026-11-22`, a day that was. */
export const localDay = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'is no day'))

/** A text of the agent's that can be kept exactly: so many UTF-16 units at most, and no half of a sign. */
export const ownWords = (longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(longest),
    v.check((text) => text.isWellFormed(), 'can’t be kept as they are'),
  )

export const rating = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))

/** An own pattern that is out of bounds is no kind. */
export const pauseKind = v.custom<PauseKind>(
  (value) => typeof value === 'string' && isPauseKind(value),
  'is no kind of pause',
)

/** At most so many of these, each once. */
export const list = <Item>(item: v.GenericSchema<unknown, Item>, most: number) =>
  v.pipe(
    v.array(item),
    v.maxLength(most),
    v.check((items) => new Set(items).size === items.length, 'names one of them twice'),
    v.readonly(),
  )

export const plannedMs = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(shortestPauseMs),
  v.maxValue(longestPauseMs),
)

/** What main handed out for a chosen place. */
export const grant = v.pipe(v.string(), v.uuid())

/** `22:00`, by a clock on the wall. */
export const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** One of Lull's types, or an own one; whether that is known is looked up in the vault. */
export const typeId = v.custom<TypeId>(
  (value) => typeof value === 'string' && (isLullType(value) || isOwnType(value)),
  'is no type',
)
