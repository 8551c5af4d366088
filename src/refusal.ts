import { errorCodes, type ErrorCode } from './contract.ts'

/** A call that cannot be answered: a stable code for the program, a sentence for whoever reads it. */
export class Refusal extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, sentence: string) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
  }
}

const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((known) => known === code)

/**
 * What goes over the border for an error. One with a code of ours keeps it (the store's errors have
 * them too); anything else is `failed`, without its text: it could hold what was being written.
 */
export function errorOf(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof Error && 'code' in error && isErrorCode(error.code))
    return { code: error.code, message: error.message }
  return { code: 'failed', message: 'That did not work. Nothing was changed.' }
}
