import type * as v from 'valibot'

export const windowNames = ['main', 'pause', 'note', 'card', 'unlock'] as const

export type WindowName = (typeof windowNames)[number]

export interface Method<Input, Output> {
  readonly input: v.GenericSchema<unknown, Input>
  readonly windows: readonly WindowName[]
  /** Only a type: nothing stands here when the program runs. */
  readonly output?: Output
}

/** `answers<Output>()(input, windows)`: the output is said, the input is inferred. */
export const answers =
  <Output>() =>
  <Input>(
    input: v.GenericSchema<unknown, Input>,
    windows: readonly WindowName[],
  ): Method<Input, Output> => ({ input, windows })
