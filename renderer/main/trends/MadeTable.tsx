import { t } from '@lingui/core/macro'

interface MadeTableProps {
  /** The first column's name: what a row is of. */
  of: string
  /** Numbers of moments; no two rows have one name. */
  rows: readonly { name: string; good: number; ok: number; hard: number }[]
}

/** What each time was made of, in numbers: good, ok and hard moments. */
export function MadeTable({ of, rows }: MadeTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col">{t`Good`}</th>
          <th scope="col">{t`Ok`}</th>
          <th scope="col">{t`Hard`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, good, ok, hard }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{good}</td>
            <td>{ok}</td>
            <td>{hard}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
