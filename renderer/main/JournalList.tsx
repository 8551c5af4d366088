import { t } from '@lingui/core/macro'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { JournalNote, Work } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { dayYearOf } from '../i18n/times.ts'
import type { JournalRoom, JournalView } from '../state/journal.ts'
import classes from './Journal.module.css'
import { JournalRow } from './JournalRow.tsx'

interface JournalListProps {
  notes: readonly JournalNote[]
  view: JournalView
  room: JournalRoom
  work: Work
  onIncident: () => void
}

/** The day that a shift began on, or a note in it: what stands in the list, one under the other. */
type Item =
  { kind: 'day'; key: string; shiftDate: string } | { kind: 'note'; key: string; note: JournalNote }

/** As high as most of them are, until they have been seen, in pixels. */
const usualHeight = { day: 58, note: 65 }
/** How many stand ready above and below what is in view. */
const ready = 12

/**
 * The notes by shift. Of ten years only what is in view is in the page, with what has the focus, its
 * neighbours and the open note: they stay wherever one scrolls.
 */
export function JournalList({ notes, view, room, work, onIncident }: JournalListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [above, setAbove] = useState(0)
  const [focused, setFocused] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const items = useMemo(() => itemsOf(notes), [notes])
  const staying = [focused, view.open?.id ?? null].flatMap((id) => {
    const at = id === null ? -1 : items.findIndex(({ key }) => key === id)
    return at === -1 ? [] : [at - 2, at - 1, at, at + 1, at + 2]
  })

  // oxlint-disable-next-line react/incompatible-library -- nothing here is built by React Compiler
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    estimateSize: (at) => usualHeight[items[at]?.kind ?? 'note'],
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: ready,
    scrollMargin: above,
    rangeExtractor: (range) => withThese(range, staying),
  })

  // What stands above the list grows and shrinks: filters that wrap, a form that opens.
  useLayoutEffect(() => {
    const scroller = list.current?.closest('main')
    const content = list.current?.parentElement
    if (!scroller || !content) return
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      setAbove(Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop))
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(content)
    return () => watcher.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const line = lineOf(list.current, wanted.current)
    if (!line) return
    wanted.current = null
    line.focus()
  })

  /** Up and Down walk from note to note, over the shifts' edges. */
  function walk(event: KeyboardEvent) {
    const step = steps[event.key]
    const from = event.target instanceof HTMLElement ? event.target.dataset['note'] : undefined
    if (step === undefined || from === undefined) return
    const all = items.flatMap((item, at) => (item.kind === 'note' ? { at, id: item.key } : []))
    const to = all[all.findIndex(({ id }) => id === from) + step]
    if (!to) return
    event.preventDefault()
    wanted.current = to.id
    setFocused(to.id)
    virtual.scrollToIndex(to.at, { align: 'auto' })
  }

  return (
    <>
      <div
        ref={list}
        className={classes['list']}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={walk}
        onFocus={({ target }) =>
          setFocused(target.closest('[data-key]')?.getAttribute('data-key') ?? null)
        }
        onBlur={() => setFocused(null)}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          if (!item) return null
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-key={item.key}
              className={classes['item']}
              style={{ transform: `translateY(${start - above}px)` }}
            >
              {item.kind === 'day' ? (
                <h2>
                  <time dateTime={item.shiftDate}>{dayYearOf(item.shiftDate)}</time>
                </h2>
              ) : (
                <JournalRow note={item.note} {...{ view, room, work, onIncident }} />
              )}
            </div>
          )
        })}
      </div>
      {view.hasMore && <Older key={notes.length} onOlder={() => void room.older()} />}
    </>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

const lineOf = (list: HTMLElement | null, id: string) =>
  list?.querySelector<HTMLElement>(`button[data-note="${id}"]`)

/** What is in view and near it, and what stays wherever that is. */
const withThese = (range: Range, staying: readonly number[]): number[] =>
  [...new Set([...defaultRangeExtractor(range), ...staying])]
    .filter((at) => at >= 0 && at < range.count)
    .toSorted((one, other) => one - other)

/** Neighbours of one shift stand together under its day. */
function itemsOf(notes: readonly JournalNote[]): Item[] {
  return notes.flatMap((note, at): Item[] => {
    const { id, shiftId, shiftDate } = note
    const row: Item = { kind: 'note', key: id, note }
    if (notes[at - 1]?.shiftId === shiftId) return [row]
    return [{ kind: 'day', key: `${shiftId} ${id}`, shiftDate }, row]
  })
}

/** What is older comes when this comes into view, or is pressed. */
function Older({ onOlder }: { onOlder: () => void }) {
  const place = useRef<HTMLParagraphElement>(null)
  const come = useRef(onOlder)
  useEffect(() => {
    come.current = onOlder
  })
  useEffect(() => {
    if (!place.current) return
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) come.current()
      },
      { rootMargin: '600px' },
    )
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [])
  return (
    <p ref={place} className={classes['older']}>
      <Button onClick={onOlder}>{t`Older`}</Button>
    </p>
  )
}
