import { t } from '@lingui/core/macro'
import type { TypeId } from '../../src/guidance/types.ts'
import type { Work } from '../../src/settings/choices.ts'
import field from '../components/Field.module.css'
import { typeName, typesNow } from '../i18n/names.ts'

interface TypeFieldProps {
  type: TypeId | null
  work: Work
  onPick: (type: TypeId | null) => void
}

/** What a moment was, from a list; a type that is hidden stands there only while it is the one. */
export function TypeField({ type, work, onPick }: TypeFieldProps) {
  const types = typesNow(type)
  return (
    <label className={field['named']}>
      {t`What was it?`}
      <select
        className={field['field']}
        value={type ?? ''}
        onChange={({ target }) => onPick(types.find((each) => each === target.value) ?? null)}
      >
        <option value="">{t`No type`}</option>
        {types.map((each) => (
          <option key={each} value={each}>
            {typeName(each, work)}
          </option>
        ))}
      </select>
    </label>
  )
}
