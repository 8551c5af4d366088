import { plural, t } from '@lingui/core/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Checked } from '../../../src/contract.ts'
import { Button } from '../../components/Button.tsx'
import { Problem } from '../../components/Problem.tsx'
import { pageName } from '../../i18n/main/names.ts'
import { doors } from '../../state/doors.ts'
import { createReportRoom } from '../../state/report.ts'
import screen from '../Main.module.css'
import { Paper } from './Paper.tsx'
import classes from './Paper.module.css'

interface ReportPageProps {
  isOpen: boolean
}

/** A text about Lull's state, to be read in full before it goes anywhere; and nothing goes by itself. */
export default function ReportPage({ isOpen }: ReportPageProps) {
  const [room] = useState(() => createReportRoom(doors))
  const { text, checked, busy, saved, problem } = useStore(room.store)
  const shown = useRef<HTMLPreElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  useEffect(() => void room.look(), [room])

  function copy() {
    if (!shown.current) return
    getSelection()?.selectAllChildren(shown.current)
    // Needs no permission, unlike the clipboard's own API, which every window of Lull is denied.
    setCopied(document.execCommand('copy'))
  }

  /** What was done last is what is said. */
  function after(next: () => Promise<void>) {
    setCopied(null)
    void next()
  }

  return (
    <Paper
      title={pageName('report')}
      lead={t`A text that says how Lull is doing here. Nothing is sent: you read it, and take it along or not.`}
      parts={[
        {
          id: 'what-is-in-it',
          heading: t`What is in it`,
          body: (
            <>
              <p>{t`Versions, the kind of system, which settings are on, how large the journal is in orders of magnitude, and a log of codes. No word of yours, no rating, no name, and no folder that has your name in it.`}</p>
              <p>{t`It does say that you use Lull: to the second when it began, ended or had trouble, what was refused in this run, and roughly how much you keep. Read it before you give it to somebody.`}</p>
            </>
          ),
        },
        {
          id: 'the-report',
          heading: t`The report`,
          body: (
            <div className={classes['report']}>
              <Problem code={problem} />
              <pre ref={shown} tabIndex={0} aria-labelledby="the-report">
                {text}
              </pre>
              <p className={screen['ways']}>
                <Button onClick={copy}>{t`Copy`}</Button>
                <Button busy={busy === 'save'} onClick={() => after(room.save)}>
                  {t`Save as a file`}
                </Button>
                {isOpen && (
                  <Button busy={busy === 'check'} onClick={() => after(room.check)}>
                    {t`Check the journal’s file`}
                  </Button>
                )}
              </p>
              <p role="status">
                {busy === 'check'
                  ? t`Every page is being read. With a large journal that takes a moment.`
                  : copied !== null
                    ? copied
                      ? t`Copied.`
                      : t`It is selected: copy it with Ctrl+C.`
                    : saved
                      ? t`Saved.`
                      : checked && checkedWords(checked)}
              </p>
            </div>
          ),
        },
        {
          id: 'where-to',
          heading: t`Where it can go`,
          body: (
            <>
              <p>{t`Lull’s makers read reports at the place where you got Lull. Whatever you write there is public, so leave out what isn’t in this text.`}</p>
              <p>{t`A hole in its safety is better told in private: the file SECURITY.md beside the code says how.`}</p>
            </>
          ),
        },
      ]}
    />
  )
}

const checkedWords = ({ whole, problems }: Checked): string =>
  whole
    ? t`The journal’s file is whole.`
    : plural(problems, {
        one: '# thing in the file is not as it should be. Take out what is in it on the page of your data, and keep a copy of the folder.',
        other:
          '# things in the file are not as they should be. Take out what is in it on the page of your data, and keep a copy of the folder.',
      })
