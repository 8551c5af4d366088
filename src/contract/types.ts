import * as v from 'valibot'
import { listProblem, lullsTypes, mostTypesKept, type TypeChoices } from '../guidance/own-types.ts'
import { answers } from './method.ts'
import { nothing, typeId } from './schemas.ts'

const typeChoices = v.pipe(
  v.strictObject({
    types: v.pipe(
      v.array(v.strictObject({ id: typeId, name: v.nullable(v.string()), hidden: v.boolean() })),
      v.minLength(lullsTypes.length),
      v.maxLength(mostTypesKept),
    ),
    ordered: v.boolean(),
  }),
  v.check(({ types }) => listProblem(types) === null, 'is no list of types'),
)

/** The types of calls that the agent keeps. */
export const typeMethods = {
  'types.get': answers<TypeChoices>()(nothing, ['main']),
  /** Keeps the whole list. A name that is null stays what it is. */
  'types.set': answers<TypeChoices>()(typeChoices, ['main']),
} as const
