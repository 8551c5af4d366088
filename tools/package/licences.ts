/**
 * THIRD-PARTY.txt: whose work is inside a package, and on which terms. What is inside is read from the
 * build's own list of modules and from what package.json ships as a package, never from a list of ours.
 */
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'

const manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string(), 'terms as below'),
})
const shippedAsPackages = v.object({ dependencies: v.record(v.string(), v.string()) })
const modules = v.array(v.string())

/** Somebody else's work inside Lull: what it is called there, and the terms it comes with. */
export interface Part {
  name: string
  terms: string
  texts: readonly string[]
}

/** What the bundler writes into a bundle by itself, and whose work that is. */
const bundlers: readonly [start: string, name: string][] = [
  ['\0rolldown/', 'rolldown'],
  ['\0vite/', 'vite'],
]

/** The folders of the packages that the modules of a build come from. Our own come from none. */
export function foldersOf(ids: readonly string[], root: string): string[] {
  const folders = ids.flatMap((id) => {
    const own = bundlers.find(([start]) => id.startsWith(start))
    if (own) return [join(root, 'node_modules', own[1])]
    if (id.startsWith('\0')) throw new Error(`nobody knows whose ${JSON.stringify(id)} is`)
    const at = id.lastIndexOf('node_modules/')
    if (at < 0) return []
    const folder = packageFolder(resolve(root, 'renderer', id.replace(/\?.*$/, '')))
    return [folder, ...vendored(folder, id)]
  })
  return [...new Set(folders)].sort()
}

/** The nearest folder above a file that has a package's name and version. */
function packageFolder(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (named(folder)) return folder
  throw new Error(`no package has ${file}`)
}

const named = (folder: string): boolean =>
  existsSync(join(folder, 'package.json')) &&
  v.safeParse(manifest, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).success

/** Another's work that a package carries in a folder of its own, with terms of its own. */
function vendored(folder: string, id: string): string[] {
  let inner = dirname(resolve(folder, id))
  const found: string[] = []
  for (; inner.startsWith(folder) && inner !== folder; inner = dirname(inner))
    if (licenceFiles(inner).length > 0) found.push(inner)
  return found
}

/** The folders of everything of others in a packaged build: what the bundler took in, and what is shipped whole. */
export function foldersInside(root: string): { bundled: string[]; whole: string[] } {
  const lists = globSync('out/packaged/bundled/*.json', { cwd: root })
  if (lists.length !== 3) throw new Error('the packaged build has not listed its modules')
  const ids = lists.flatMap((list) => v.parse(modules, json(join(root, list))))
  const packages = Object.keys(
    v.parse(shippedAsPackages, json(join(root, 'package.json'))).dependencies,
  )
  const shipped = packages.map((name) => join(root, 'node_modules', name))
  return { bundled: foldersOf(ids, root), whole: [...new Set(shipped.flatMap(withNative))] }
}

/** Everything of others in a packaged build. Throws where one comes without its terms. */
export function partsOf(root: string): Part[] {
  const { bundled, whole } = foldersInside(root)
  const parts = [...new Set([...bundled, ...whole])].map((folder) => partOf(folder, root))
  return [...parts, ...whole.flatMap(sqlite)].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** A package that is shipped whole has what its native half was compiled from in it as well. */
function withNative(folder: string): string[] {
  const { dependencies = {} } = v.parse(
    v.object({ dependencies: v.optional(v.record(v.string(), v.string())) }),
    json(join(folder, 'package.json')),
  )
  return [folder, ...Object.keys(dependencies).map((name) => join(folder, '..', name))]
}

/** A package, or a folder inside one, with the text of every licence and notice that lies in it. */
export function partOf(folder: string, root: string): Part {
  const texts = licenceFiles(folder).map((file) =>
    ownTerms(readFileSync(join(folder, file), 'utf8')),
  )
  const where = folder.slice(root.length + 1)
  if (texts.length === 0) throw new Error(`${where} comes without the text of its licence`)
  if (!named(folder))
    return { name: where.replace(/^node_modules\//, ''), terms: 'terms as below', texts }
  const { name, version, license } = v.parse(manifest, json(join(folder, 'package.json')))
  return { name: `${name} ${version}`, terms: license, texts }
}

const licenceFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => /^(licen[cs]e|notice|copying|ofl)(\.(md|txt))?$/i.test(file))
        .filter((file) => statSync(join(folder, file)).isFile())
        .sort()
    : []

/** Vite's licence goes on with those of what Vite is made of, none of which comes into a bundle. */
const ownTerms = (text: string) => text.split('\n# Licenses of bundled dependencies')[0] ?? text

/**
 * SQLite and the ciphers come as one C file with everybody's terms in its comments: those that name
 * the MIT licence are listed under one text of it, the others stand as they are.
 */
function sqlite(folder: string): Part[] {
  const source = join(folder, 'deps/sqlite3/sqlite3.c')
  return existsSync(source) ? [sqlitePart(readFileSync(source, 'utf8'))] : []
}

export function sqlitePart(source: string): Part {
  const comments = source.match(/^[ \t]*\/\*[^]*?\*\/|(?:^\/\/[^\n]*\n)+/gm) ?? []
  const withTerms = comments.filter((comment) => /copyright|public domain/i.test(comment))
  const underMit = withTerms.filter((comment) => /licen[sc]e(-Identifier)?:\s+MIT/i.test(comment))
  const holders = underMit.flatMap((comment) =>
    [...comment.matchAll(/Copyright:?\s+(\(c\).+?)\s*(?:\*\/)?$/gim)].map(([, who = '']) => who),
  )
  const unique = [...new Set(holders)].sort()
  if (unique.length === 0) throw new Error('nobody holds a copyright in sqlite3.c any more')
  const others = withTerms
    .filter((comment) => !underMit.includes(comment))
    .map((text) => text.trim())
  return {
    name: 'SQLite and SQLite3 Multiple Ciphers',
    terms: 'public domain; MIT; and as below',
    texts: [
      `${unique.map((who) => `Copyright ${who}`).join('\n')}\n\n${mit}`,
      ...new Set(others.filter((text) => !/disclaims copyright to this source/.test(text))),
      others.find((text) => /disclaims copyright to this source/.test(text)) ?? '',
    ],
  }
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software
and associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** The file itself. */
export function thirdParty(parts: readonly Part[]): string {
  const rule = '='.repeat(80)
  const of = ({ name, terms, texts }: Part) =>
    `${rule}\n${name}  (${terms})\n${rule}\n\n${texts.map((text) => text.trim()).join('\n\n\n')}\n`
  return `The work of others inside Lull, and the terms it comes with. Those of Electron and Chromium
are in LICENSE.electron.txt and LICENSES.chromium.html, beside the program.

${parts.map(({ name }) => `  ${name}`).join('\n')}

${parts.map(of).join('\n\n')}`
}
