import { t } from '@lingui/core/macro'
import { findCustomerData, type CustomerDataKind } from '../../src/notes/customer-data.ts'
import { Button } from './Button.tsx'
import classes from './CustomerData.module.css'

interface CustomerDataProps {
  text: string
  onBlank: () => void
}

/** Names what in a text looks like a customer's, and offers to blank it. It never keeps from saving. */
export function CustomerData({ text, onBlank }: CustomerDataProps) {
  const kinds = [...new Set(findCustomerData(text).map(({ kind }) => kind))]
  const named = kinds.map(kindWords).join(', ')
  return (
    <div role="status" className={kinds.length > 0 ? classes['found'] : undefined}>
      {kinds.length > 0 && (
        <>
          <span>{t`This may be a customer’s: ${named}.`}</span>
          <Button kind="quiet" onClick={onBlank}>
            {t`Blank it`}
          </Button>
        </>
      )}
    </div>
  )
}

export function kindWords(kind: CustomerDataKind): string {
  switch (kind) {
    case 'card':
      return t`a card number`
    case 'number':
      return t`a long number`
    case 'email':
      return t`an e-mail address`
    case 'name':
      return t`a name`
  }
}
