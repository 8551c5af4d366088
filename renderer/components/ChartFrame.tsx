import { t } from '@lingui/core/macro'
import { useState, type ReactNode } from 'react'
import classes from './ChartFrame.module.css'
import { Choices } from './Choices.tsx'

interface ChartFrameProps {
  /** The question that the chart answers. */
  label: string
  /** The answer in words: it stands above the chart, and is what the chart is to those who don't see it. */
  sentence: string
  chart: ReactNode
  /** What is what in the chart, an item each; a table names it by itself. */
  legend?: ReactNode
  table: ReactNode
  /** How the scale is to be read, and what is left out. */
  under?: ReactNode
}

/** A chart and all that belongs to it: a sentence that says it, and the same as a table. */
export function ChartFrame({ label, sentence, chart, legend, table, under }: ChartFrameProps) {
  const [as, setAs] = useState<'chart' | 'table'>('chart')
  return (
    <section className={classes['frame']} aria-label={label}>
      <div className={classes['head']}>
        <p>{sentence}</p>
        <Choices
          legend={<span className="unseen">{t`Show as`}</span>}
          choices={[
            { value: 'chart', label: t`Chart` },
            { value: 'table', label: t`Table` },
          ]}
          picked={as}
          onPick={setAs}
          look="segments"
        />
      </div>
      {as === 'chart' && Boolean(legend) && <ul className={classes['legend']}>{legend}</ul>}
      {as === 'chart' ? (
        <div role="img" aria-label={`${label}. ${sentence}`}>
          {chart}
        </div>
      ) : (
        <div className={classes['table']}>{table}</div>
      )}
      {under !== undefined && <footer className={classes['under']}>{under}</footer>}
    </section>
  )
}
