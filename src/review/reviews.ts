import type { DroppedWords, Input, Review, VaultDoor, WeekPage } from '../contract.ts'
import { createDrops } from '../notes/drops.ts'
import type { Forgetting } from '../notes/forgetting.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { localDate } from '../shifts/shift.ts'
import { weekQuestions, weekSteps, type WeekQuestion } from './kinds.ts'
import { weekFrom } from './weeks.ts'

type Change = Input<VaultDoor, 'week.keep'>['change']

/** What the agent answered about weeks, each by its first date. */
export interface Reviews {
  /** Null until the first answer; own words are null where words are off. */
  of(from: string): Review | null
  /** Keeps what is given; the rest stays. A week that hasn't begun is refused. */
  keep(from: string, change: Change): void
  /** Takes the words of a week out, off the disk and out of every copy in reach; the picks stay. */
  drop(from: string): DroppedWords
  /** Weeks with an answer that begin before this date, newest first. */
  list(before: string | null): WeekPage
  /** Those that begin within these dates, oldest first. */
  between(from: string, to: string): WeekPage['weeks']
}

interface Row {
  week_from: string
  step: string
  helped: string | null
  helped_words: string
  good: string | null
  good_words: string
  mine: string | null
  mine_words: string
  theirs: string | null
  theirs_words: string
  plan: string | null
  edited_at: number
}

/** How many earlier weeks come at once. */
const aPage = 26
const noRow: Omit<Row, 'week_from' | 'edited_at'> = {
  step: 'helped',
  helped: null,
  helped_words: '',
  good: null,
  good_words: '',
  mine: null,
  mine_words: '',
  theirs: null,
  theirs_words: '',
  plan: null,
}

export function createReviews(
  store: Store,
  settings: SettingsRoom,
  forgetting: Forgetting,
  clock: Clock,
): Reviews {
  const columns = `week_from, step, helped, helped_words, good, good_words, mine, mine_words, theirs,
    theirs_words, plan, edited_at`
  const one = store.prepare<Row>(`SELECT ${columns} FROM review WHERE week_from = ?`)
  const put = store.prepare(`
    INSERT INTO review (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (week_from) DO UPDATE SET step = excluded.step, helped = excluded.helped,
      helped_words = excluded.helped_words, good = excluded.good, good_words = excluded.good_words,
      mine = excluded.mine, mine_words = excluded.mine_words, theirs = excluded.theirs,
      theirs_words = excluded.theirs_words, plan = excluded.plan, rev = rev + 1,
      edited_at = excluded.edited_at`)
  const answered = `(step <> 'left' OR helped IS NOT NULL OR good IS NOT NULL OR mine IS NOT NULL
    OR theirs IS NOT NULL OR plan IS NOT NULL OR helped_words || good_words || mine_words ||
    theirs_words <> '')`
  const page = store.prepare<Row>(`
    SELECT ${columns} FROM review WHERE week_from < ? AND ${answered}
    ORDER BY week_from DESC LIMIT ?`)
  const range = store.prepare<Row>(`
    SELECT ${columns} FROM review WHERE week_from BETWEEN ? AND ? AND ${answered}
    ORDER BY week_from`)

  const drops = createDrops(store, 'review')
  const withWords = () => settings.words() === 'numbers-and-words'
  const write = (from: string, row: Omit<Row, 'week_from' | 'edited_at'>) =>
    put.run(
      from,
      row.step,
      row.helped,
      row.helped_words,
      row.good,
      row.good_words,
      row.mine,
      row.mine_words,
      row.theirs,
      row.theirs_words,
      row.plan,
      clock.now(),
    )

  return {
    of(from) {
      const row = one.get(from)
      return row ? reviewOf(row, withWords()) : null
    },
    keep(from, change) {
      if (from > localDate(clock.now(), clock.zone()))
        throw new Refusal('to-come', 'That week hasn’t begun yet.')
      const words = weekQuestions.flatMap((question) => wordsIn(change, question) ?? [])
      if (words.some((text) => text !== '') && !withWords())
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      store.write(() => {
        const before = one.get(from) ?? noRow
        // Where words are off, an empty field says nothing about words that aren't shown.
        const after = changed(before, withWords() ? change : withoutWords(change))
        write(from, after)
        // What an edit took out must not live on in an older copy.
        if (weekQuestions.some((each) => !textOf(after, each).includes(textOf(before, each))))
          forgetting.mark([from])
        if (words.some((text) => text !== '')) drops.anew(from)
      })
      forgetting.soon()
    },
    drop(from) {
      store.write(() => {
        const before = one.get(from)
        if (!before) return
        write(from, {
          ...before,
          helped_words: '',
          good_words: '',
          mine_words: '',
          theirs_words: '',
        })
        drops.drop(from, clock.now())
        forgetting.mark([from])
      })
      return forgetting.now()
    },
    list(before) {
      const rows = page.all(before ?? '9999-12-31', aPage + 1)
      return { weeks: rows.slice(0, aPage).map(lineOf), hasMore: rows.length > aPage }
    },
    between: (from, to) => range.all(from, to).map(lineOf),
  }
}

const textOf = (row: Omit<Row, 'week_from' | 'edited_at'>, question: WeekQuestion): string =>
  row[`${question}_words`]
const wordsIn = (change: Change, question: WeekQuestion) => change[`${question}Words`]
const hasWords = (row: Row) => weekQuestions.some((question) => textOf(row, question) !== '')
const stepOf = ({ step }: Row) => weekSteps.find((each) => each === step) ?? 'done'

function withoutWords(change: Change): Change {
  const {
    helpedWords: _helped,
    goodWords: _good,
    mineWords: _mine,
    theirsWords: _theirs,
    ...rest
  } = change
  return rest
}

/** What isn't given stays as it was. */
const changed = (
  before: Omit<Row, 'week_from' | 'edited_at'>,
  change: Change,
): Omit<Row, 'week_from' | 'edited_at'> => ({
  step: change.step ?? before.step,
  helped: change.helped === undefined ? before.helped : change.helped,
  helped_words: change.helpedWords ?? before.helped_words,
  good: change.good === undefined ? before.good : change.good,
  good_words: change.goodWords ?? before.good_words,
  mine: change.mine === undefined ? before.mine : change.mine,
  mine_words: change.mineWords ?? before.mine_words,
  theirs: change.theirs === undefined ? before.theirs : change.theirs,
  theirs_words: change.theirsWords ?? before.theirs_words,
  plan: change.plan === undefined ? before.plan : change.plan,
})

function reviewOf(row: Row, withWords: boolean): Review {
  const answer = (question: WeekQuestion) => ({
    pick: row[question],
    words: withWords ? textOf(row, question) : null,
  })
  return {
    step: stepOf(row),
    answers: {
      helped: answer('helped'),
      good: answer('good'),
      mine: answer('mine'),
      theirs: answer('theirs'),
    },
    plan: row.plan,
    hasWords: hasWords(row),
  }
}

const lineOf = (row: Row): WeekPage['weeks'][number] => ({
  ...weekFrom(row.week_from),
  step: stepOf(row),
  hasWords: hasWords(row),
  editedAt: row.edited_at,
})
