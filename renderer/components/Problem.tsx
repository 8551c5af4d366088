import type { ErrorCode } from '../../src/contract.ts'
import { problemWords } from '../i18n/problems.ts'
import classes from './Problem.module.css'

/** A sentence about what went wrong, read out when it appears. It is always there, so that it is heard. */
export function Problem({ code, id }: { code: ErrorCode | null; id?: string }) {
  return (
    <p role="alert" id={id} className={classes['problem']}>
      {code !== null && problemWords(code)}
    </p>
  )
}
