import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { exportPage, exportSchema } from '../../../tools/export/page.ts'

const docs = join(import.meta.dirname, '../../../docs')

describe('what is said of the file that Lull takes out', () => {
  it.each([
    ['export.md', exportPage()],
    ['export.schema.json', JSON.stringify(exportSchema())],
  ])('%s is as the tables are; else: node tools/export.ts', async (name, text) => {
    const options = (await resolveConfig(docs)) ?? {}
    const now = await format(text, { ...options, filepath: name })
    expect(readFileSync(join(docs, name), 'utf8')).toBe(now)
  })
})
