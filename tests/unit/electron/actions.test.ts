import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShellEvent, WindowName } from '../../../src/contract.ts'
import type { Fits, JournalState, ShellNews, VaultNews } from '../../../src/ports.ts'

vi.mock('electron', () => ({ app: { quit: () => {} } }))
const { createActions } = await import('../../../electron/actions.ts')
type Actions = ReturnType<typeof createActions>

/** Actions over windows that are only names with a page's number, and a vault that writes down. */
function someActions(state: JournalState = 'absent') {
  let pages = 0
  const open = new Map<WindowName, number>()
  const done: string[] = []
  const told: ShellNews[] = []
  const hearers: ((news: VaultNews) => void)[] = []
  const hear = (news: VaultNews) => {
    for (const heard of hearers) heard(news)
  }
  let closed: (name: WindowName) => void = () => {}
  const opened: string[] = []
  const windows = {
    show: (name: WindowName) => {
      if (!open.has(name)) open.set(name, ++pages)
    },
    close: (name: WindowName) => {
      if (open.delete(name)) done.push(`close ${name}`)
    },
    fold: (name: WindowName) => {
      if (open.has(name)) done.push(`fold ${name}`)
    },
    unfold: () => {},
    tell: (name: WindowName, event: ShellEvent) => {
      if (open.has(name)) done.push(`tell ${name} ${event.event}`)
      if (event.event === 'page') opened.push(event.page)
    },
    closeKnowing: () => {},
    names: () => [...open.keys()],
    pageOf: (name: WindowName) => open.get(name) ?? null,
    onClosed: (run: (name: WindowName) => void) => (closed = run),
  }
  const vault = {
    tell: (news: ShellNews) => void told.push(news),
    onNews: (heard: typeof hear) => void hearers.push(heard),
    journalState: () => state,
    restart: () => {},
  }
  const telling = { now: () => ({ way: 'card', why: null }), notify: () => ({ close: () => {} }) }
  const actions: Actions = Reflect.apply(createActions, null, [windows, vault, telling])
  return {
    actions,
    done,
    told,
    names: () => [...open.keys()],
    offer: (fits: Fits = 'sighs') => hear({ kind: 'offer', asked: false, fits, note: true }),
    pages: opened,
    /** The agent closes it. */
    shut: (name: WindowName) => {
      open.delete(name)
      closed(name)
    },
    withdraw: () => hear({ kind: 'withdraw' }),
    /** The card's page ends by itself. */
    crash: () => void open.delete('card'),
  }
}

describe('the unlock window', () => {
  it('takes with it what it was opening, however it goes', () => {
    const { actions, told, shut } = someActions('locked')
    actions.open('main')
    shut('unlock')
    expect(told).toEqual([{ kind: 'left' }])
    actions.open('note')
    shut('note')
    expect(told).toEqual([{ kind: 'left' }])
  })
})

describe('a check-in that is asked for', () => {
  it('opens the main window for it, and tells one that is open', () => {
    const { actions, names, pages } = someActions('open')
    actions.checkIn()
    expect(names()).toEqual(['main'])
    expect(actions.mainOpened()).toEqual({ page: 'check-in', technique: null })
    expect(actions.mainOpened().page).toBeNull()
    actions.checkIn(true)
    expect(pages).toEqual(['reminder'])
    expect(actions.mainOpened().page).toBeNull()
  })

  it('waits for a window that is still loading, in which it would be lost, and tells the latest', () => {
    const { actions, pages, shut } = someActions('open')
    actions.checkIn()
    actions.openPage('support', null)
    expect(pages).toEqual([])
    expect(actions.mainOpened().page).toBe('support')
    shut('main')
    actions.openPage('guide', null)
    expect(pages).toEqual([])
    expect(actions.mainOpened().page).toBe('guide')
  })

  it('asks for the passphrase first where the journal is locked, and is forgotten where that goes away', () => {
    const { actions, names, shut } = someActions('locked')
    actions.checkIn()
    expect(names()).toEqual(['unlock'])
    shut('unlock')
    expect(actions.mainOpened().page).toBeNull()
  })

  it('follows the card that offered it', () => {
    const { actions, names, told, offer } = someActions('open')
    offer('check-in')
    actions.offers.answer('checkIn')
    expect(names()).toEqual(['main'])
    expect(told.at(-1)).toEqual({ kind: 'card', answer: 'checkIn' })
    expect(actions.mainOpened().page).toBe('reminder')
  })
})

describe('a note while the journal is locked', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })

  it('opens its own window; the journal asks for its passphrase', () => {
    const { actions, names } = someActions('locked')
    actions.open('note')
    expect(names()).toEqual(['note'])
    actions.open('main')
    expect(names()).toEqual(['note', 'unlock'])
  })

  it('is out of sight at once when a call begins, and has two seconds to be sealed', () => {
    const { actions, done, names } = someActions('locked')
    actions.open('note')
    actions.call({ event: 'started', source: 'command' })
    expect(done).toEqual(['tell note call', 'fold note'])
    vi.advanceTimersByTime(2000)
    expect(done).toEqual(['tell note call', 'fold note', 'close note'])
    expect(names()).toEqual([])
  })

  it('asked for again meanwhile is a new one, which nothing closes', () => {
    const { actions, done, names } = someActions('locked')
    actions.open('note')
    actions.call({ event: 'started', source: 'command' })
    actions.open('note')
    expect(done).toEqual(['tell note call', 'fold note', 'close note'])
    vi.advanceTimersByTime(5000)
    expect(names()).toEqual(['note'])
  })
})

describe('a card that draws a breath', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })

  it('is only taken from view by a call, until it has kept its breath', () => {
    const { actions, done, offer } = someActions()
    offer()
    actions.offers.answer('breath')
    actions.call({ event: 'started', source: 'command' })
    expect(done).toEqual(['tell card call', 'fold card'])
    actions.offers.cardDone()
    expect(done).toEqual(['tell card call', 'fold card', 'close card'])
  })

  it('is closed two seconds after the call began, kept or not', () => {
    const { actions, names, offer } = someActions()
    offer()
    actions.offers.answer('breath')
    actions.call({ event: 'started', source: 'command' })
    vi.advanceTimersByTime(2000)
    expect(names()).toEqual([])
  })

  it.each<[string, (some: ReturnType<typeof someActions>) => void]>([
    ['crashed', ({ crash }) => crash()],
    ['was hidden with everything', ({ actions }) => actions.hide()],
    ['was over', ({ actions }) => actions.offers.cardDone()],
  ])('and %s leaves the next card without one', (_how, ends) => {
    const some = someActions()
    some.offer()
    some.actions.offers.answer('breath')
    ends(some)
    some.offer()
    // Nothing is drawn in this one: a call takes it away at once.
    some.withdraw()
    expect(some.names()).toEqual([])
    some.offer()
    some.actions.call({ event: 'started', source: 'command' })
    expect(some.names()).toEqual([])
  })

  it('and crashed leaves the next card its answer: it fades by itself', () => {
    const { actions, offer, crash, told } = someActions()
    offer()
    actions.offers.answer('breath')
    crash()
    offer()
    vi.advanceTimersByTime(30_000)
    expect(told.at(-1)).toEqual({ kind: 'card', answer: 'faded' })
  })
})

describe('a call that only a link tells of', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })
  const link = (event: 'started' | 'ended') => ({ event, source: 'link' }) as const

  it('takes neither the note nor the pause away that the agent opened, nor a breath', () => {
    const { actions, done, names, offer } = someActions('locked')
    actions.open('note')
    actions.pause(null)
    offer()
    actions.offers.answer('breath')
    actions.call(link('started'))
    vi.advanceTimersByTime(10_000)
    expect(names()).toEqual(['note', 'pause', 'card'])
    // All that a pause needs to know: nothing may sound.
    expect(done).toEqual(['tell pause call'])
  })

  it('is one call with the agent’s own mark, which makes sure of it', () => {
    const { actions, done } = someActions('locked')
    actions.open('note')
    actions.call(link('started'))
    expect(done).toEqual([])
    actions.call({ event: 'marked', source: 'shortcut' })
    expect(done).toEqual(['tell note call', 'fold note'])
  })

  it('reaches the policy, which takes the card away', () => {
    const { actions, told, names, offer, withdraw } = someActions()
    offer()
    actions.call(link('started'))
    expect(told.at(-1)).toMatchObject({ kind: 'call', event: 'started', confirmed: false })
    withdraw()
    expect(names()).toEqual([])
  })
})

describe('hiding everything', () => {
  it('ends a tone before anything else, and tells the vault that stays of the card', () => {
    const { actions, done, told, names, offer } = someActions()
    actions.open('main')
    actions.pause(null)
    offer()
    actions.hide()
    expect(done).toEqual([
      'fold main',
      'fold pause',
      'fold card',
      'tell pause leave',
      'close card',
      'close main',
    ])
    expect(told).toEqual([{ kind: 'card', answer: 'faded' }])
    expect(names()).toEqual(['pause'])
  })
})
