import type { Ask } from '../../src/notes/brooding.ts'
import { CustomerData } from '../components/CustomerData.tsx'
import { TextArea } from '../components/TextArea.tsx'
import { askedWords } from '../i18n/note/asked.ts'

interface OwnWordsProps {
  /** What they answer, where something was asked. */
  asked: Ask | null
  /** What stands over them where nothing was. */
  label: string
  text: string
  rows: number
  onWrite: (text: string) => void
  onBlank: () => void
}

/** The agent's own words of an entry, and what in them looks like a customer's. */
export function OwnWords({ asked, label, text, rows, onWrite, onBlank }: OwnWordsProps) {
  return (
    <div>
      <TextArea label={askedWords(asked) ?? label} text={text} rows={rows} onWrite={onWrite} />
      <CustomerData text={text} onBlank={onBlank} />
    </div>
  )
}
