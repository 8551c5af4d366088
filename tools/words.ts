/**
 * `npm run words`: collects the English of the code into the catalogs. With `--check` it changes
 * nothing and fails where a word of the code is missing from them.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const files = ['', 'shell/', 'main/', 'note/', 'guide/', 'after/', 'sealed/', 'unlock/', 'about/']
  .flatMap((part) => [`${part}en`, `${part}pseudo`])
  .map((catalog) => join(root, `resources/languages/${catalog}.po`))
const checking = process.argv.includes('--check')

const before = files.map((file) => readFileSync(file, 'utf8'))
const { status } = spawnSync('lingui', ['extract', '--clean'], {
  cwd: root,
  stdio: checking ? ['ignore', 'ignore', 'inherit'] : 'inherit',
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1

// Only what is said counts: the order and the line numbers of a catalog may be those of another day.
const said = (catalog: string) =>
  [...catalog.matchAll(/^msgid "(.*)"$/gm)]
    .map(([, id]) => id)
    .toSorted((a = '', b = '') => a.localeCompare(b))
if (checking) {
  const stale = files.filter(
    (file, index) =>
      said(readFileSync(file, 'utf8')).join('\n') !== said(before[index] ?? '').join('\n'),
  )
  files.forEach((file, index) => writeFileSync(file, before[index] ?? ''))
  if (stale.length > 0) {
    process.stderr.write('Some words are not in the catalogs yet: run "npm run words".\n')
    process.exitCode = 1
  }
}
