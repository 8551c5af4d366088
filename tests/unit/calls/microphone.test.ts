import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  inUseByPipeWire,
  inUseByPulse,
  inUseOnWindows,
  look,
  type MicrophoneState,
} from '../../../src/calls/microphone.ts'

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/microphone', name), 'utf8')

describe('what the system’s own tool says', () => {
  it('on Windows names each program whose last use has no end', () => {
    const found = inUseOnWindows(fixture('reg-query.txt'))
    expect(found.map((key) => key.split('\\').at(-1))).toEqual([
      'MSTeams_8wekyb3d8bbwe',
      'C:#Program Files#Softphone#softphone.exe',
    ])
  })

  it('on Windows in another language, or with nothing in use, names none', () => {
    expect(inUseOnWindows('\r\nEnde der Suche: 0 Übereinstimmung(en) gefunden.\r\n')).toEqual([])
    expect(inUseOnWindows('')).toEqual([])
    expect(inUseOnWindows('    LastUsedTimeStop    REG_QWORD    0x0')).toEqual([])
  })

  // Recorded from pactl 16.1 with parecord on a source and on the monitor of a sink.
  it('by PulseAudio names who records a microphone, and nobody who records the loudspeaker', () => {
    const outputs = fixture('pactl-source-outputs.json')
    const sources = fixture('pactl-sources.json')
    expect(inUseByPulse(outputs, sources)).toEqual(['1 pacat'])
    expect(inUseByPulse(outputs.replaceAll('"corked": false', '"corked": true'), sources)).toEqual(
      [],
    )
    expect(inUseByPulse(outputs.replace('"Capture"', '"Peak detect"'), sources)).toEqual([])
    expect(inUseByPulse('[]', sources)).toEqual([])
    expect(inUseByPulse('Connection refused', sources)).toBeNull()
    expect(inUseByPulse('[]', '')).toBeNull()
  })

  // Recorded from PipeWire with pw-record on a source and on the sink's capture.
  it('by PipeWire names who records a microphone, while it runs', () => {
    const dump = fixture('pw-dump.json')
    expect(inUseByPipeWire(dump)).toEqual(['41 pw-record'])
    expect(inUseByPipeWire(dump.replaceAll('"running"', '"suspended"'))).toEqual([])
    expect(inUseByPipeWire('{}')).toBeNull()
    expect(inUseByPipeWire("can't connect")).toBeNull()
  })

  it('never makes the reading of it fail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.oneof(fc.string(), fc.json()), (a, b) => {
        inUseOnWindows(a)
        inUseByPipeWire(a)
        inUseByPulse(a, b)
      }),
    )
  })
})

/** Looks every second at what is in use then, and tells the seconds of starts and ends. */
function told(seconds: readonly (readonly string[])[]) {
  let state: MicrophoneState | null = null
  return seconds.flatMap((inUse, second) => {
    const seen = look(state, inUse, second * 1000)
    state = seen.state
    return seen.event ? [`${seen.event} ${second}`] : []
  })
}
const times = (count: number, ...inUse: string[]) => Array.from({ length: count }, () => inUse)

describe('a microphone in use', () => {
  it.each<[string, (readonly string[])[], string[]]>([
    [
      'begins a call after 3 s, and ends it 5 s after it is free',
      [[], ...times(10, 'a'), ...times(9)],
      ['started 4', 'ended 16'],
    ],
    ['for a moment only is no call', [[], ...times(3, 'a'), ...times(9)], []],
    [
      'that is let go of for a moment goes on',
      [[], ...times(9, 'a'), ...times(4), ...times(9, 'a'), ...times(9)],
      ['started 4', 'ended 28'],
    ],
    [
      'that passes to another program goes on',
      [[], ...times(9, 'a'), ...times(9, 'b'), ...times(9)],
      ['started 4', 'ended 24'],
    ],
    [
      'at the first look doesn’t count, until it was free once',
      [...times(9, 'a'), ...times(9), ...times(9, 'a')],
      ['started 21'],
    ],
    [
      'by a second program counts, though the first never lets go',
      [...times(3, 'stuck'), ...times(9, 'stuck', 'a'), ...times(9, 'stuck')],
      ['started 6', 'ended 17'],
    ],
    ['by nobody is no call', times(30), []],
  ])('%s', (_, seconds, meant) => {
    expect(told(seconds)).toEqual(meant)
  })

  it('for longer than any call is a program that is stuck', () => {
    const hours = [[], ...times(4 * 3600 + 30, 'crashed')]
    expect(told(hours)).toEqual(['started 4', `ended ${4 * 3600 + 7}`])
  })

  it('tells starts and ends in turn, whatever is in use', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(['a', 'b', 'c']), { maxLength: 200 }), (seconds) => {
        const events = told(seconds).map((each) => each.split(' ')[0])
        events.forEach((event, index) => expect(event).toBe(index % 2 ? 'ended' : 'started'))
      }),
    )
  })
})
