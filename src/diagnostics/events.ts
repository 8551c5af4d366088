import * as v from 'valibot'
import { errorNames } from './error-names.ts'
import { errorCodes, vaultDoor, windowNames, type ErrorCode } from '../contract.ts'

/**
 * What the log of trouble can say: codes and names of Lull's own parts, each from a closed list. There
 * is no field that a text would fit into, so none of the agent's can get there.
 */

/** Why a process ended, as the browser part tells it. */
export const goneReasons = [
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
  'page-failed',
  'other',
] as const
export type GoneReason = (typeof goneReasons)[number]

/** Refusals that tell of trouble. A wrong passphrase or a locked journal is everyday, and nobody's business. */
export const troubles: readonly ErrorCode[] = [
  'unknown-method',
  'bad-input',
  'no-right',
  'foreign-sender',
  'damaged',
  'gone',
  'foreign',
  'keys-lost',
  'keys-before',
  'copy-damaged',
  'newer',
  'busy',
  'read-only',
  'disk-full',
  'use-before',
  'use-new',
  'failed',
]

const window = v.picklist(windowNames)
const method = v.custom<string>(
  (value) => typeof value === 'string' && Object.hasOwn(vaultDoor, value),
)

/** The vault refused something. Which method is known until Lull ends, and not written down. */
export const refused = v.strictObject({
  code: v.literal('refused'),
  window,
  problem: v.picklist(errorCodes),
  method: v.optional(method),
})

export const logEvent = v.variant('code', [
  v.strictObject({ code: v.literal('started') }),
  v.strictObject({ code: v.literal('ended') }),
  /** A window's page ended by itself; `left`: too often for it to be opened again. */
  v.strictObject({
    code: v.literal('window-gone'),
    window,
    reason: v.picklist(goneReasons),
    left: v.boolean(),
  }),
  v.strictObject({ code: v.literal('vault-gone') }),
  v.strictObject({
    code: v.literal('part-gone'),
    part: v.picklist(['gpu', 'other']),
    reason: v.picklist(goneReasons),
  }),
  v.strictObject({ code: v.literal('main-error'), error: v.picklist(errorNames) }),
  v.strictObject({ code: v.literal('page-error'), window, error: v.picklist(errorNames) }),
  refused,
])
export type LogEvent = v.InferOutput<typeof logEvent>

export const goneReasonOf = (reason: string): GoneReason =>
  goneReasons.find((each) => each === reason) ?? 'other'

/** What the vault tells of a refusal; null for one of every day. */
export function refusedEvent(
  from: (typeof windowNames)[number],
  message: unknown,
  problem: ErrorCode,
): Extract<LogEvent, { code: 'refused' }> | null {
  if (!troubles.includes(problem) || !windowNames.includes(from)) return null
  const parsed = v.safeParse(v.object({ method }), message)
  return {
    code: 'refused',
    window: from,
    problem,
    ...(parsed.success && { method: parsed.output.method }),
  }
}
