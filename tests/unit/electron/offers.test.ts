import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createOffers } from '../../../electron/offers.ts'
import type { Heard } from '../../../electron/telling.ts'
import type { ShellNews, VaultNews } from '../../../src/ports.ts'
import type { TellWay } from '../../../src/settings/choices.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

/** Offers over a card that is only a page's number, and a system that writes down what it shows. */
function someOffers(way: TellWay) {
  let pages = 0
  let card: { page: number; focused: boolean; folded: boolean } | null = null
  let hear: (news: VaultNews) => void = () => {}
  const told: ShellNews[] = []
  const chosen: string[] = []
  const shown: { hear: Heard; open: boolean }[] = []
  const trays: boolean[] = []
  const windows = {
    show: (_name: 'card', { focused }: { focused: boolean }) => {
      card = { page: card?.page ?? ++pages, focused, folded: false }
    },
    close: () => void (card = null),
    fold: () => {
      if (card) card.folded = true
    },
    pageOf: () => card?.page ?? null,
  }
  const vault = {
    tell: (news: ShellNews) => void told.push(news),
    onNews: (heard: typeof hear) => void (hear = heard),
  }
  const telling = {
    now: () => ({ way, why: null }),
    notify(heard: Heard) {
      const each = { hear: heard, open: true }
      shown.push(each)
      return { close: () => void (each.open = false) }
    },
  }
  const offers: ReturnType<typeof createOffers> = Reflect.apply(createOffers, null, [
    windows,
    vault,
    telling,
    (what: string) => chosen.push(what),
  ])
  offers.onTray(() => trays.push(offers.isInTray()))
  return {
    offers,
    told,
    chosen,
    shown,
    trays,
    card: () => card,
    offer: (asked = false) => hear({ kind: 'offer', asked, fits: 'sighs', note: true }),
    withdraw: () => hear({ kind: 'withdraw' }),
  }
}
const faded = { kind: 'card', answer: 'faded' }

describe('an offer', () => {
  it('is told by one way only: card, notification or tray', () => {
    const seen = (['card', 'notification', 'tray'] as const).map((way) => {
      const { offer, card, shown, offers } = someOffers(way)
      offer()
      return [card()?.focused ?? null, shown.length, offers.isInTray()]
    })
    expect(seen).toEqual([
      [false, 0, false],
      [null, 1, false],
      [null, 0, true],
    ])
  })

  it.each(['card', 'notification', 'tray'] as const)(
    'by %s goes after half a minute, when a call begins, when the policy says so, and with all else',
    (way) => {
      const ways = [
        () => vi.advanceTimersByTime(30_000),
        (some: ReturnType<typeof someOffers>) => some.offers.fold(),
        (some: ReturnType<typeof someOffers>) => some.withdraw(),
        (some: ReturnType<typeof someOffers>) => some.offers.hide(),
      ]
      for (const [nth, go] of ways.entries()) {
        const some = someOffers(way)
        some.offer()
        go(some)
        expect([some.card(), some.shown.some(({ open }) => open), some.offers.isInTray()]).toEqual([
          null,
          false,
          false,
        ])
        // What a call took away is no answer; what faded or was hidden is told as that, once.
        expect(some.told).toEqual(nth === 0 || nth === 3 ? [faded] : [])
        some.offers.bring()
        expect(some.card()).toBeNull()
        vi.advanceTimersByTime(60_000)
        expect(some.told.length).toBeLessThan(2)
      }
    },
  )

  it.each(['card', 'notification', 'tray'] as const)(
    'by %s is the card with the focus, once the agent turns to it',
    (way) => {
      const { offer, offers, card, shown, trays } = someOffers(way)
      offer()
      vi.advanceTimersByTime(29_000)
      offers.bring()
      expect(card()?.focused).toBe(true)
      expect(shown.some(({ open }) => open)).toBe(false)
      expect(trays.at(-1) ?? false).toBe(false)
      // Nobody is left with a card that goes in the moment of pressing a key; and after a minute in all
      // the policy takes it to be gone.
      vi.advanceTimersByTime(29_000)
      expect(card()).not.toBeNull()
      offers.bring()
      vi.advanceTimersByTime(1_000)
      expect(card()).toBeNull()
    },
  )

  it('that was asked for is a card with the focus, however one wants to be told', () => {
    const { offer, card, shown } = someOffers('notification')
    offer(true)
    expect([card()?.focused, shown.length]).toEqual([true, 0])
  })

  it('takes the place of the one before it', () => {
    const { offer, shown, told } = someOffers('notification')
    offer()
    vi.advanceTimersByTime(20_000)
    offer()
    expect(shown.map(({ open }) => open)).toEqual([false, true])
    vi.advanceTimersByTime(20_000)
    expect(told).toEqual([])
  })
})

describe('a notification', () => {
  it('that is clicked opens what the card would have offered', () => {
    const { offer, shown, card, offers, chosen, told } = someOffers('notification')
    offer()
    shown[0]?.hear.clicked()
    expect(card()?.focused).toBe(true)
    offers.answer('note')
    expect([chosen, told]).toEqual([['note'], [{ kind: 'card', answer: 'note' }]])
    expect(card()).toBeNull()
  })

  it('that the agent puts away is no answer', () => {
    const { offer, shown, told } = someOffers('notification')
    offer()
    shown[0]?.hear.dismissed()
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([faded])
  })

  it('that the system doesn’t take becomes a card, without the focus', () => {
    const { offer, shown, card, told } = someOffers('notification')
    offer()
    shown[0]?.hear.failed()
    expect(card()?.focused).toBe(false)
    vi.advanceTimersByTime(30_000)
    expect(told).toEqual([faded])
  })
})

describe('a breath in the card', () => {
  it('is not cut short by a fading card, nor by keys that bring it to the front', () => {
    const { offer, offers, card } = someOffers('card')
    offer()
    offers.answer('breath')
    offers.bring()
    vi.advanceTimersByTime(60_000)
    expect(card()?.focused).toBe(true)
    offers.cardDone()
    expect(card()).toBeNull()
  })

  it('that a call took from the screen is not brought back by keys', () => {
    const { offer, offers, card } = someOffers('card')
    offer()
    offers.answer('breath')
    offers.fold()
    offers.bring()
    expect(card()?.folded).toBe(true)
    vi.advanceTimersByTime(2_000)
    expect(card()).toBeNull()
  })
})
