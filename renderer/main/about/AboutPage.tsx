import { t } from '@lingui/core/macro'
import { Button } from '../../components/Button.tsx'
import { aboutParts } from '../../i18n/about/about.ts'
import { pageName } from '../../i18n/main/names.ts'
import type { Main } from '../../state/main.ts'
import { Paper } from './Paper.tsx'

/** For whom Lull is, and for what it isn't. Knows nothing of the journal. */
export default function AboutPage({ main }: { main: Main }) {
  return (
    <Paper
      title={pageName('about')}
      lead={t`A breather between calls, and a journal that is yours.`}
      parts={aboutParts().map(({ id, heading, texts }) => ({
        id,
        heading,
        body: texts.map((text) => <p key={text}>{text}</p>),
      }))}
      foot={
        <>
          <Button kind="main" onClick={() => main.go('support')}>
            {pageName('support')}
          </Button>
          <Button onClick={() => main.go('privacy')}>{pageName('privacy')}</Button>
          <Button onClick={() => main.go('evidence')}>{pageName('evidence')}</Button>
        </>
      }
    />
  )
}
