import { t } from '@lingui/core/macro'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Sheet, SheetReview } from '../../../src/contract.ts'
import type { WeekQuestion } from '../../../src/review/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { factorKey } from '../../../src/trends/factors.ts'
import { planSentence } from '../../i18n/after/plans.ts'
import { paperHere } from '../../i18n/here.ts'
import { daysWords } from '../../i18n/main/incident.ts'
import {
  footWords,
  foundHere,
  latelyScale,
  latelyWords,
  madeScale,
  madeTitle,
  ofWeek,
  rowName,
  rowsOf,
  situationsScale,
  togetherHere,
  verdictWords,
} from '../../i18n/main/sheet.ts'
import { thingName, usedName } from '../../i18n/main/week.ts'
import { fullDayOf } from '../../i18n/times.ts'
import { MadeTable } from '../trends/MadeTable.tsx'
import classes from './Sheet.module.css'

/** How high a page's text is, in CSS pixels: the paper less its margins (electron/printing.ts). */
const pageHeightPx = { A4: 1002, Letter: 935 }

/** What is printed, as it stands on the screen. */
export function SheetPaper({ sheet, work }: { sheet: Sheet; work: Work }) {
  const paper = useRef<HTMLDivElement>(null)
  const isLong = useIsLong(paper)
  const { days, lately, weeks, situations, techniques, plans, reviews, today } = sheet
  const written = fullDayOf(today)
  return (
    <article className={classes['paper']} aria-label={t`The sheet`}>
      <div ref={paper} className={classes['inside']}>
        <header>
          <h2 className={classes['title']}>{t`From my own journal`}</h2>
          {days && <p>{daysWords(days)}</p>}
          <p className={classes['small']}>{t`Written on ${written}`}</p>
        </header>
        {lately && (
          <Part title={t`My usual, and lately`}>
            {latelyWords(lately, today).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p className={classes['small']}>{latelyScale()}</p>
          </Part>
        )}
        {weeks && (
          <Part title={madeTitle(weeks.by)}>
            <MadeTable
              of={rowsOf(weeks.by)}
              rows={weeks.rows.map((row) => ({ ...row, name: rowName(weeks.by, row.from) }))}
            />
            <p className={classes['small']}>{madeScale()}</p>
          </Part>
        )}
        {situations && situations.factors.length > 0 && (
          <Part title={t`What goes with harder moments`}>
            <ul>
              {situations.factors.map((said) => (
                <li key={factorKey(said.factor)}>
                  {[foundHere(said, work), togetherHere(said, work)]
                    .filter((sentence) => sentence !== null)
                    .join(' ')}
                </li>
              ))}
            </ul>
            <p className={classes['small']}>{situationsScale(situations.shifts)}</p>
          </Part>
        )}
        {techniques && techniques.length > 0 && (
          <Part title={t`What I tried, and my own verdict`}>
            <ul>
              {techniques.map((row) => (
                <li key={row.technique}>{verdictWords(row, work)}</li>
              ))}
            </ul>
          </Part>
        )}
        {plans.length > 0 && (
          <Part title={t`My plans`}>
            <ul>
              {plans.map((plan) => {
                const sentence = planSentence(plan, work)
                return <li key={sentence}>{sentence}</li>
              })}
            </ul>
          </Part>
        )}
        {reviews.map((review) => (
          <Part key={review.from} title={ofWeek(review)}>
            <Answers review={review} work={work} />
          </Part>
        ))}
        <p className={classes['small']}>{footWords()}</p>
      </div>
      <p role="status" className={`${classes['screen']} ${classes['about']}`}>
        {isLong && t`With this on it, it takes more than one page.`}
      </p>
    </article>
  )
}

function useIsLong(paper: { current: HTMLElement | null }): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const element = paper.current
    if (!element) return
    const look = () => setLong(element.scrollHeight > pageHeightPx[paperHere()])
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [paper])
  return isLong
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['part']} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** What was said of a week; a question that was skipped isn't there. */
function Answers({ review, work }: { review: SheetReview; work: Work }) {
  const names: Record<WeekQuestion, string> = {
    helped: t`What helped`,
    good: t`Something good`,
    mine: t`In my control`,
    theirs: t`Not mine to decide`,
  }
  const picked = {
    helped: review.helped && usedName(review.helped, work),
    good: null,
    mine: thingName(review.answers.mine.pick),
    theirs: thingName(review.answers.theirs.pick),
  }
  return (
    <ul>
      {(['helped', 'good', 'mine', 'theirs'] as const).map((question) => {
        const words = review.answers[question].words ?? ''
        const name = picked[question]
        if (name === null && words === '') return null
        return (
          <li key={question}>
            {names[question]}: {name}
            {name !== null && words !== '' && '. '}
            {words !== '' && <span data-own-words>{words}</span>}
          </li>
        )
      })}
    </ul>
  )
}
