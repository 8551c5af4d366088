import { errorNameOf } from '../src/diagnostics/error-names.ts'

/** Where an error happened: the places of its stack alone, without the message that it begins with. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const { stack = '', message } = error
  const from = message === '' ? 0 : stack.indexOf(message) + message.length
  return stack
    .slice(from)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n')
}

/**
 * What a process may print of an error that nobody caught. Systems keep what programs print, and a message
 * may quote what somebody wrote: it stays out.
 */
export const quietly = (error: unknown): string =>
  `Lull: ${errorNameOf(error)}\n${framesOf(error)}\n`
