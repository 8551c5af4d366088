import { t } from '@lingui/core/macro'
import { blanked } from '../../src/notes/customer-data.ts'
import { CustomerData } from '../components/CustomerData.tsx'
import { TextArea } from '../components/TextArea.tsx'
import type { Act, Flow } from './flow.ts'

/** "A few words, if you like." Never asked why, never required. */
export function Words({ flow, act }: { flow: Flow; act: (act: Act) => void }) {
  return (
    <>
      <TextArea
        label={<h1>{t`A few words, if you like`}</h1>}
        text={flow.words}
        kept={flow.kept}
        onWrite={(words) => act({ act: 'words', words })}
        onEnter={() => act({ act: 'next' })}
      />
      <CustomerData
        text={flow.words}
        onBlank={() => act({ act: 'words', words: blanked(flow.words) })}
      />
    </>
  )
}
