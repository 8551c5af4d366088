import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { incidentText, oftenWords } from '../../../renderer/i18n/main/incident.ts'
import { connect } from '../../../renderer/state/bridge.ts'
import { createIncidentRoom } from '../../../renderer/state/incident.ts'
import { messages } from '../../../resources/languages/main/en.po'
import type { IncidentEntry, Incidents } from '../../../src/contract.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages }))

const entry = (id: string, hasWords = true): IncidentEntry => ({
  id,
  at: Date.parse('2026-11-20T14:00:00Z'),
  zone: 'Asia/Manila',
  date: '2026-11-20',
  difficulty: 5,
  hasWords,
})
const counted = (entries: IncidentEntry[], change: Partial<Incidents> = {}): Incidents => ({
  today: '2026-11-26',
  from: '2026-11-01',
  to: '2026-11-26',
  entries,
  count: entries.length,
  shifts: { all: 12, with: 2 },
  frequency: { unit: 'month', rows: [] },
  ...change,
})
const said = { words: 'Called me a liar.\r\nI ended it.', blanked: [] }

describe('the text of an incident note', () => {
  it('has dates, hours, how hard and how often, and the words of ticked entries only', () => {
    const text = incidentText(
      counted([entry('a'), entry('b'), entry('c', false)], {
        frequency: {
          unit: 'month',
          rows: [
            { key: '2026-10', count: 0 },
            { key: '2026-11', count: 3 },
          ],
        },
      }),
      { b: said },
    )
    expect(text).toBe(`Incident note
November 1, 2026 to November 26, 2026
Written on November 26, 2026

Noted as abusive: 3 notes, in 2 of 12 shifts.
  October 2026: 0
  November 2026: 3

Fri, Nov 20, 2026, 22:00  5 of 5
Fri, Nov 20, 2026, 22:00  5 of 5
    Called me a liar.
    I ended it.

Fri, Nov 20, 2026, 22:00  5 of 5

Times are by the clock where it was noted. How hard it was: 1 easy, 5 very hard, as noted at the time.
The words are from notes of the time; what looks like a customer’s is blanked (•••).
`)
  })

  it('says where not all are listed, names zones where there are several, and says one as one', () => {
    const elsewhere = { ...entry('b'), zone: 'Europe/Riga' }
    const text = incidentText(counted([entry('a'), elsewhere], { count: 5 }), {})
    expect(text).toContain('The newest 2 of 5 are listed.')
    expect(text).toContain('22:00 (Asia/Manila)')
    expect(text).toContain('16:00 (Europe/Riga)')
    expect(text).not.toContain('•••')
    expect(oftenWords({ count: 1, shifts: { all: 1, with: 1 } })).toBe(
      'Noted as abusive: 1 note, in 1 of 1 shift.',
    )
  })
})

async function lookAt(answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({
    'incident.list': counted([entry('a'), entry('b')]),
    'incident.words': said,
    'file.ask': { grant: 'g' },
    ...answers,
  })
  const room = createIncidentRoom(connect(vault.bridge))
  await room.look()
  return { ...vault, room, view: () => room.store.getState() }
}

describe('the page of the incident note', () => {
  it('asks for no word before it is ticked, and forgets everything when the agent goes on', async () => {
    const { room, view, methods, inputs } = await lookAt()
    expect(methods()).toEqual(['incident.list'])
    await room.tick('b', true)
    room.setTicket('4711')
    expect(inputs('incident.words')).toEqual([{ id: 'b' }])
    expect(Object.keys(view().words)).toEqual(['b'])
    await room.tick('b', false)
    expect(view().words).toEqual({})
    await room.tick('a', true)
    room.leave()
    expect(JSON.stringify(view())).not.toMatch(/liar|4711/)
  })

  it('sends the text and the grant, and the ticket to nobody', async () => {
    const { room, view, asked } = await lookAt()
    room.setTicket('TQX-4711')
    await room.save('counted', 'note-2026-11-26.txt')
    expect(view().written).toBe(true)
    expect(asked.slice(-2).map(({ method, input }) => [method, input])).toEqual([
      ['file.ask', { purpose: 'incident', name: 'note-2026-11-26.txt' }],
      ['incident.save', { grant: 'g', text: 'counted' }],
    ])
    expect(JSON.stringify(asked)).not.toContain('4711')
  })

  it('writes nothing where no place was chosen, and says what went wrong', async () => {
    const { room, view, answers, methods } = await lookAt({ 'file.ask': { grant: null } })
    await room.save('counted', 'note.txt')
    expect(methods()).not.toContain('incident.save')
    expect(view()).toMatchObject({ written: false, busy: false, problem: null })
    answers['file.ask'] = { grant: 'g' }
    answers['incident.save'] = refuse('disk-full')
    await room.save('counted', 'note.txt')
    expect(view()).toMatchObject({ written: false, busy: false, problem: 'disk-full' })
  })

  it('follows the journal: words that were dropped meanwhile are no longer on it', async () => {
    const { room, view, answers, tell } = await lookAt()
    await room.tick('a', true)
    answers['incident.list'] = counted([entry('a', false)])
    tell({ event: 'changed' })
    await settled()
    expect(view().words).toEqual({})
    room.leave()
    answers['incident.list'] = counted([])
    tell({ event: 'changed' })
    await settled()
    expect(view().counted).toBe(null)
  })
})
