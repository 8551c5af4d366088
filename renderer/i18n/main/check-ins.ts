import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, t } from '@lingui/core/macro'
import type { Around, BodySign, Workload } from '../../../src/checkins/said.ts'
import type { CheckInDetails, CheckInEntry, DroppedWords } from '../../../src/contract.ts'
import { feelingName } from './details.ts'

const workloads: Record<Workload, MessageDescriptor> = {
  little: msg`little to do`,
  steady: msg`a steady flow`,
  'a-lot': msg`a lot`,
  'too-much': msg`more than fits`,
}
const arounds: Record<Around, MessageDescriptor> = {
  queue: msg`a long queue`,
  systems: msg`systems slow or down`,
  'new-things': msg`something new to learn`,
  'short-handed': msg`people missing today`,
  'listened-in': msg`somebody listening in`,
  team: msg`something in the team`,
  home: msg`something at home`,
  'little-sleep': msg`little sleep`,
  unwell: msg`not feeling well`,
}
const bodySigns: Record<BodySign, MessageDescriptor> = {
  shoulders: msg`tight shoulders or neck`,
  jaw: msg`a tight jaw`,
  head: msg`a sore head`,
  stomach: msg`an uneasy stomach`,
  breath: msg`short breath`,
  heart: msg`a fast heart`,
  voice: msg`a rough voice`,
  eyes: msg`tired eyes`,
  restless: msg`restless hands or feet`,
  heavy: msg`heavy limbs`,
}
const kinds: Partial<Record<CheckInEntry['kind'], MessageDescriptor>> = {
  'shift-end': msg`shift end`,
  reminder: msg`asked by a reminder`,
}

export const workloadName = (workload: Workload): string => i18n._(workloads[workload])
export const aroundName = (around: Around): string => i18n._(arounds[around])
export const bodySignName = (sign: BodySign): string => i18n._(bodySigns[sign])
/** What kind of check-in it was; null for the agent's own. */
export function checkInKindName(kind: CheckInEntry['kind']): string | null {
  const name = kinds[kind]
  return name ? i18n._(name) : null
}

/** Everything that was said of it, in one line; empty where nothing was. */
export const saidLine = ({ workload, around, body, feeling }: CheckInDetails): string =>
  [
    ...(workload === null ? [] : [workloadName(workload)]),
    ...around.map(aroundName),
    ...body.map(bodySignName),
    ...(feeling === null ? [] : [feelingName(feeling)]),
  ].join(', ')

interface Said {
  what: 'added' | 'edited' | 'dropped' | 'deleted'
  left: DroppedWords
}

/** What was done to a check-in; what is left of its words is said by `leftWords`. */
export function checkInDone({ what }: Said): string {
  switch (what) {
    case 'added':
    case 'edited':
      return t`Saved.`
    case 'dropped':
      return t`The words are gone. The numbers stay.`
    case 'deleted':
      return t`The check-in is gone.`
  }
}
