import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { isExerciseId } from '../../../src/breathing/exercises.ts'
import type { PauseKind } from '../../../src/breathing/kinds.ts'
import { patternOf } from '../../../src/breathing/own.ts'
import { isPatternId, type PatternId } from '../../../src/breathing/patterns.ts'

/** What is known about a pattern: only what was checked in the source itself (evidence.md, 2.1). */
interface Known {
  evidence: MessageDescriptor
  source: MessageDescriptor | null
  caution: MessageDescriptor | null
}

const ofEvenBreath = msg`Fincham and others, 2023, doi 10.1038/s41598-023-49279-8`

const patterns: Record<PatternId, Known> = {
  'longer-exhale': {
    evidence: msg`After one session of five minutes, 47 people felt less anxious (Magnon and others, 2021), with no group to compare them with; over 31 studies of slow breathing with 1,133 people, what it did for stress and low mood was not certain (Shao and others, 2024).`,
    source: msg`Magnon and others, 2021; Shao and others, 2024`,
    caution: null,
  },
  'three-sighs': {
    evidence: msg`In one small laboratory study (Vlemincx and others, 2016, 34 people), one deep breath was followed by a feeling of relief within five seconds; muscles grew looser only in people who are easily frightened by their own anxiety, and three sighs in a row were not tried.`,
    source: msg`Vlemincx and others, 2016, Physiology & Behavior 165, 127`,
    caution: null,
  },
  'cyclic-sighing': {
    evidence: msg`In one study (Balban and others, 2023, about 110 people, five minutes a day for four weeks), breathing exercises brightened the mood more than mindfulness did, this one most; anxiety fell as much in every group, nobody did nothing to compare with, and the seconds here are our own.`,
    source: msg`Balban and others, 2023`,
    caution: null,
  },
  coherent: {
    evidence: msg`In the largest strict study we know (Fincham and others, 2023, 400 people, ten minutes a day for four weeks), even breathing a little slower than this did no better against stress than the same exercise at twelve breaths a minute; both groups felt better than before.`,
    source: ofEvenBreath,
    caution: null,
  },
  'coherent-slower': {
    evidence: msg`In the largest strict study we know (Fincham and others, 2023, 400 people, ten minutes a day for four weeks), even breathing about as slow as this did no better against stress than the same exercise at twelve breaths a minute; both groups felt better than before.`,
    source: ofEvenBreath,
    caution: null,
  },
  box: {
    evidence: msg`In one study (Balban and others, 2023, about 110 people, five minutes a day for four weeks), people felt better than before with it, but it was not the exercise that came out ahead, and nobody did nothing to compare with.`,
    source: msg`Balban and others, 2023`,
    caution: msg`With holds. If you are pregnant, or have a heart, lung or seizure condition or panic attacks, choose a pattern without holds, or ask somebody who knows your health first.`,
  },
  '4-7-8': {
    evidence: msg`We looked for a controlled study of this pattern and stress, and found none.`,
    source: null,
    caution: msg`With a long hold, so not for your first times, nor when you are short of breath. If you are pregnant, or have a heart, lung or seizure condition or panic attacks, choose a pattern without holds, or ask somebody who knows your health first.`,
  },
}

const ofBreaks = msg`We know of no trial of exactly this. Micro-breaks in general: people were a little livelier and less tired after them, and worked no better or worse; after very draining work, ten minutes may be too short (Albulescu and others, 2022, 2,335 people).`
const sourceOfBreaks = msg`Albulescu and others, 2022`
const ofOwn = msg`This is your own pattern. We know of no trial of exactly this.`
const heldOwn = patterns.box.caution

/** What is known about a pause, null results included: author, year and number of people. */
export function evidence(kind: PauseKind): string {
  if (isPatternId(kind)) return i18n._(patterns[kind].evidence)
  return i18n._(isExerciseId(kind) ? ofBreaks : ofOwn)
}

/** Who should rather take another one, or null. */
export function caution(kind: PauseKind): string | null {
  if (isPatternId(kind)) return said(patterns[kind].caution)
  const phases = patternOf(kind)?.phases ?? []
  return phases.some(({ name }) => name === 'hold' || name === 'rest') ? said(heldOwn) : null
}

/** The study behind `evidence`, short; null where there is none. */
export function sourceOf(kind: PauseKind): string | null {
  if (isPatternId(kind)) return said(patterns[kind].source)
  return isExerciseId(kind) ? said(sourceOfBreaks) : null
}

const said = (words: MessageDescriptor | null): string | null => words && i18n._(words)
