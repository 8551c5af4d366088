import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

interface Line {
  item: string
  files: string[]
  tests: { file: string; name: string }[]
}

/** The rows of the table under a heading. */
function rowsUnder(text: string, heading: string): Line[] {
  const [, part = ''] = text.split(`\n## ${heading}\n`)
  const lines = (part.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => {
    const [item = '', , files = '', tests = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return {
      item,
      files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
      tests: tests.split('; `').flatMap((each) => {
        const [, file, name] = /^`?([^`]+)` › (.+)$/.exec(each) ?? []
        return file && name ? [{ file, name }] : []
      }),
    }
  })
}

/** What is wrong with a row: a test or a file that isn't there, or none at all. */
function wrongWith({ item, files, tests }: Line): string[] {
  const there = (file: string) => existsSync(join(root, file))
  const has = (file: string, name: string) => {
    const source = readFileSync(join(root, file), 'utf8')
    return [`'${name}'`, `"${name}"`, `\`${name}\``].some((text) => source.includes(text))
  }
  return [
    ...(files.length === 0 ? [`${item}: says no file`] : []),
    ...(tests.length === 0 ? [`${item}: has no test`] : []),
    ...files.filter((file) => !there(file)).map((file) => `${item}: no file ${file}`),
    ...tests
      .filter(({ file, name }) => !there(file) || !has(file, name))
      .map(({ file, name }) => `${item}: no test ${file} › ${name}`),
  ]
}

const checklist = rowsUnder(page, "Electron's checklist")
const attacks = rowsUnder(page, 'What was tried against it')

/** What each item of Electron's list is about, in its order. */
const items = [
  /secure content/,
  /Node integration/,
  /isolation/i,
  /sandbox/,
  /Permission/,
  /webSecurity/,
  /policy/,
  /allowRunningInsecureContent/,
  /experimental/,
  /enableBlinkFeatures/,
  /allowpopups/,
  /Webviews/,
  /Navigation/,
  /New windows/,
  /openExternal/,
  /current Electron/,
  /sender/,
  /file:\/\//,
  /Fuses/,
  /API/,
]

describe('docs/security.md', () => {
  it('has every item of Electron’s checklist, in its order', () => {
    expect(checklist).toHaveLength(items.length)
    checklist.forEach(({ item }, index) => {
      expect(item).toMatch(new RegExp(`^${index + 1} `))
      expect(item).toMatch(items[index] ?? /never/)
    })
  })

  it.each([...checklist, ...attacks].map((line): [string, Line] => [line.item, line]))(
    'shows by a test that is there: %s',
    (_item, line) => {
      expect(wrongWith(line)).toEqual([])
    },
  )

  it('names what was tried', () => {
    expect(attacks.length).toBeGreaterThan(25)
  })

  it.each([
    ['a test that was renamed', 'has every fuse as it should be', 'has every fuse'],
    [
      'a test’s file that is gone',
      'tests/exploits/canary.test.ts',
      'tests/exploits/canaries.test.ts',
    ],
    ['a file of the program that is gone', '`electron/printing.ts`', '`electron/print.ts`'],
    ['a row without a test', '`tests/unit/electron/security.test.ts` › opens no window for %j', ''],
  ])('would be found out: %s', (_what, from, to) => {
    expect(page).toContain(from)
    const changed = page.replaceAll(from, to)
    const rows = ["Electron's checklist", 'What was tried against it'].flatMap((heading) =>
      rowsUnder(changed, heading),
    )
    expect(rows.flatMap(wrongWith)).not.toEqual([])
  })
})
