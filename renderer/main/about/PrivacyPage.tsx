import { t } from '@lingui/core/macro'
import { Button } from '../../components/Button.tsx'
import {
  elsewhereWords,
  inDeviceFile,
  journalFileWords,
  keptRows,
  listWords,
  seenRows,
  staysWords,
} from '../../i18n/about/privacy.ts'
import { pageName } from '../../i18n/main/names.ts'
import type { Main } from '../../state/main.ts'
import { Paper } from './Paper.tsx'
import classes from './Paper.module.css'

/** What is encrypted when, who can see what all the same, and what a forgotten passphrase means. */
export default function PrivacyPage({ main }: { main: Main }) {
  return (
    <Paper
      title={pageName('privacy')}
      lead={t`Lull sends nothing. What you keep is encrypted, and opens only by what you chose.`}
      parts={[
        { id: 'encrypted-when', heading: t`What is encrypted when`, body: <KeptTable /> },
        {
          id: 'seen-by-others',
          heading: t`What others can still see`,
          body: <SeenList />,
        },
        {
          id: 'plain-files',
          heading: t`What lies there`,
          body: (
            <>
              <p>{t`The settings of this computer must be known while the journal is locked, so they are in a plain file, device.json. All that is in it:`}</p>
              <Points texts={listWords(inDeviceFile)} />
              <p>{t`What can lie beside it:`}</p>
              <Points texts={listWords(elsewhereWords)} />
              <p>{t`The files of the journal, in a folder of their own:`}</p>
              <Points texts={listWords(journalFileWords)} />
            </>
          ),
        },
        {
          id: 'forgotten',
          heading: t`If you forget the passphrase`,
          body: (
            <>
              <p>{t`Nobody can reset it: not Lull, not its makers, not your IT department. The recovery key that you wrote down opens the journal, and so does the keychain if you chose it. Without any of them, what is in the journal can’t be read again.`}</p>
              <p>{t`The keychain keeps out a thief, and others who have accounts of their own here. It doesn’t keep out your IT department, a program that runs as you, or whoever sits at this screen while you are logged in.`}</p>
            </>
          ),
        },
        {
          id: 'delete',
          heading: t`Delete everything`,
          body: (
            <>
              <p>{t`The page on your data deletes the journal, its keys, its copies, and journals that were left beside it. What stays:`}</p>
              <Points texts={listWords(staysWords)} />
              <p>
                <Button onClick={() => main.go('data')}>{pageName('data')}</Button>
              </p>
            </>
          ),
        },
      ]}
      foot={<Button onClick={() => main.go('keys')}>{t`Keys and lock`}</Button>}
    />
  )
}

function KeptTable() {
  const [open, locked] = [t`While it is open`, t`Locked, or ended`]
  return (
    <table className={classes['kept']}>
      <thead>
        <tr>
          <th scope="col">{t`What`}</th>
          <th scope="col">{open}</th>
          <th scope="col">{locked}</th>
        </tr>
      </thead>
      <tbody>
        {keptRows().map((row) => (
          <tr key={row.what}>
            <th scope="row">{row.what}</th>
            <td data-when={open}>{row.open}</td>
            <td data-when={locked}>{row.locked}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SeenList() {
  return (
    <>
      <p>{t`On a computer that somebody else runs, they decide what is recorded. This is what they can have, and what Lull does about it.`}</p>
      <dl className={classes['seen']}>
        {seenRows().map(({ name, seen, does }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{seen}</dd>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const Points = ({ texts }: { texts: readonly string[] }) => (
  <ul className={`${classes['points']} ${classes['hint']}`}>
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
)
