/** `node tools/export.ts`: writes docs/export.md and docs/export.schema.json anew, from the tables themselves. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { exportPage, exportSchema } from './export/page.ts'

const docs = join(import.meta.dirname, '../docs')
const options = (await resolveConfig(docs)) ?? {}
for (const [name, text] of [
  ['export.md', exportPage()],
  ['export.schema.json', JSON.stringify(exportSchema())],
] as const)
  writeFileSync(join(docs, name), await format(text, { ...options, filepath: name }))
