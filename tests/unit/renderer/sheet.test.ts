import { describe, expect, it } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { createSheetRoom, isEmpty } from '../../../renderer/state/sheet.ts'
import { paperHere } from '../../../renderer/i18n/here.ts'
import type { Sheet, SheetOffer } from '../../../src/contract.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

const sheet: Sheet = {
  today: '2026-11-22',
  days: null,
  lately: null,
  weeks: null,
  situations: null,
  techniques: null,
  plans: [],
  reviews: [],
}
const offer: SheetOffer = { today: '2026-11-22', parts: ['weeks'], plans: [], reviews: [] }

async function openWith(answers: Record<string, unknown> = {}) {
  const other = fakeBridge({
    'sheet.offer': offer,
    'sheet.get': sheet,
    'page.pdf': { pdf: 'JVBERi0x' },
    'file.ask': { grant: 'g' },
    ...answers,
  })
  const room = createSheetRoom(connect(other.bridge))
  const leave = room.look()
  await settled()
  return { ...other, room, leave, view: () => room.store.getState() }
}

describe('the sheet in the main window', () => {
  it('asks for nothing but what is ticked, and forgets all of it with its page', async () => {
    const { room, inputs, view, leave } = await openWith()
    await room.tickPart('weeks', true)
    await room.tickPlan('p', true)
    await room.tickReview('2026-11-15', true)
    await room.tickPlan('p', false)
    await room.period(13)
    const asked = inputs('sheet.get').map((input) => {
      const { weeks, parts, plans, reviews } = Object(input)
      return [weeks, parts, plans, reviews]
    })
    expect(asked).toEqual([
      [4, [], [], []],
      [4, ['weeks'], [], []],
      [4, ['weeks'], ['p'], []],
      [4, ['weeks'], ['p'], ['2026-11-15']],
      [4, ['weeks'], [], ['2026-11-15']],
      [13, ['weeks'], [], ['2026-11-15']],
    ])
    leave()
    expect(view()).toMatchObject({ sheet: null, parts: [], reviews: [], weeks: 4 })
  })

  it('is printed before it is asked where, and goes to the vault with the grant', async () => {
    const { room, methods, inputs, view } = await openWith()
    await room.save()
    expect(methods().slice(2)).toEqual(['page.pdf', 'file.ask', 'sheet.save'])
    expect(inputs('file.ask')).toEqual([{ purpose: 'sheet', name: 'sheet-2026-11-22.pdf' }])
    expect(inputs('sheet.save')).toEqual([{ grant: 'g', pdf: 'JVBERi0x' }])
    expect(view()).toMatchObject({ written: true, busy: false })
    await room.tickPart('weeks', true)
    expect(view().written).toBe(false)
  })

  it('is written nowhere where nothing was chosen', async () => {
    const { room, methods, view } = await openWith({ 'file.ask': { grant: null } })
    await room.save()
    expect(methods()).not.toContain('sheet.save')
    expect(view()).toMatchObject({ written: false, busy: false, problem: null })
  })

  it.each([
    ['page.pdf', 'failed'],
    ['sheet.save', 'disk-full'],
  ] as const)('says what went wrong at %s', async (method, code) => {
    const { room, view } = await openWith({ [method]: refuse(code) })
    await room.save()
    expect(view()).toMatchObject({ problem: code, written: false, busy: false })
  })

  it('is asked for once at a time', async () => {
    const { room, methods } = await openWith()
    await Promise.all([room.save(), room.save()])
    expect(methods().filter((each) => each === 'page.pdf')).toHaveLength(1)
  })

  it('is empty until something that is there is ticked', () => {
    expect(isEmpty(sheet)).toBe(true)
    expect(isEmpty({ ...sheet, techniques: [] })).toBe(false)
  })
})

describe('the paper', () => {
  it.each([
    ['en-US', 'Letter'],
    ['en-PH', 'Letter'],
    ['fil', 'Letter'],
    ['en-GB', 'A4'],
    ['de', 'A4'],
    ['no language', 'A4'],
  ])('of %s is %s', (language, paper) => {
    expect(paperHere(language)).toBe(paper)
  })
})
