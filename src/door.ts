import * as v from 'valibot'
import {
  windowNames,
  type Answer,
  type ErrorCode,
  type Method,
  type WindowName,
} from './contract.ts'
import { Refusal } from './refusal.ts'

/** The input and output of each method of a door, by name. */
export type Shapes<D> = {
  [M in keyof D]: D[M] extends Method<infer Input, infer Output>
    ? { input: Input; output: Output }
    : never
}
type AnyShapes = Record<string, { input: unknown; output: unknown }>
type Table<S extends AnyShapes> = { [M in keyof S]: Method<S[M]['input'], S[M]['output']> }
export type Handlers<S extends AnyShapes> = {
  [M in keyof S]: (
    input: S[M]['input'],
    from: WindowName,
  ) => S[M]['output'] | Promise<S[M]['output']>
}

const envelope = v.strictObject({
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  method: v.string(),
  input: v.unknown(),
})

/**
 * A door: takes whatever a window sent and always answers with an envelope, never throws. In this
 * order: the envelope's shape, the method's name, the window's right, the input's schema, the call.
 * A message without a usable id is answered under id -1.
 */
export function door<S extends AnyShapes>(
  table: Table<S>,
  handlers: Handlers<S>,
  errorOf: (error: unknown) => { code: ErrorCode; message: string },
): (from: WindowName, message: unknown) => Promise<Answer> {
  const isMethod = (name: string): name is string & keyof S => Object.hasOwn(table, name)

  async function call<M extends keyof S>(name: M, raw: unknown, from: WindowName) {
    const method = table[name]
    if (!method.windows.includes(from))
      throw new Refusal('no-right', `The ${from} window may not call ${String(name)}.`)
    const parsed = v.safeParse(method.input, raw)
    // The schema's own sentence would repeat what was sent, however long or private that is.
    if (!parsed.success) {
      const [{ type, expected }] = parsed.issues
      throw new Refusal('bad-input', `${String(name)}: ${type} ${expected ?? ''} was asked for.`)
    }
    return handlers[name](parsed.output, from)
  }

  return async (from, message) => {
    const request = v.safeParse(envelope, message)
    if (!request.success)
      return refuse(-1, { code: 'bad-input', message: 'A call is {id, method, input}.' })
    const { id, method, input } = request.output
    try {
      if (!windowNames.includes(from)) throw new Refusal('no-right', 'No such window.')
      if (!isMethod(method)) throw new Refusal('unknown-method', 'No such method.')
      return { id, ok: true, value: await call(method, input, from) }
    } catch (error) {
      return refuse(id, errorOf(error))
    }
  }
}

const refuse = (id: number, error: { code: ErrorCode; message: string }): Answer => ({
  id,
  ok: false,
  error,
})
