/** Files that somebody made up: a valid one, and then something in it that doesn't belong there. */
export interface Hostile {
  what: string
  text: string
}
type Toss = () => number
type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const pick = <One>(toss: Toss, from: readonly [One, ...One[]]): One =>
  from[Math.floor(toss() * from.length)] ?? from[0]

/** Stands where a text is put in that JSON itself can't hold, or that nobody would build as a value. */
const mark = 'cdd0f1a2-raw'

const numbers = ['1e308', '-1e308', '1e999', '-0', '9007199254740993', '-1', '0.1', '4294967296', '123456789012345678901234567890'] as const // prettier-ignore
const strange = [
  'null', 'true', '""', '[]', '{}', '[[]]', '[null]', '{"id":1}', '"\\u0000"', '"\\ud800"', '"\\udc00 x"', '"a\\u0000b"',
  '"__proto__"', '"constructor"', '"2026-02-30"', '"+275760-09-13"', '"-271821-04-20"', '"9999-12-31"', '"1969-12-31"',
  '"2026-11-22T00:00:00Z"', '"Mars/Base"', '"__proto__/x"', '"../../etc/passwd"', '"=cmd|x"', '"<svg onload=1>"',
  '"\\u202e\\u2066"', '8640000000000001', '-8640000000000001', '253402300800000',
  '"0199f2a0-0000-7000-8000-000000000000"', '"00000000-0000-0000-0000-000000000000"', '"0199F2A0-0000-7000-8000-000000000001"',
] as const // prettier-ignore
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'rowid', 'place', 'id ', 'ID', ''] as const // prettier-ignore

/** What can be done to a file, by name. Each answers the new text. */
const ways: Readonly<Record<string, (text: string, toss: Toss) => string>> = {
  'another kind of value': (text, toss) => inPlaceOf(text, toss, () => pick(toss, strange)),
  'a number beyond all': (text, toss) => inPlaceOf(text, toss, () => pick(toss, numbers)),
  'nested too deep': (text, toss) => {
    const depth = pick(toss, [2, 12, 17, 400, 20_000])
    return inPlaceOf(text, toss, () =>
      toss() < 0.5
        ? '['.repeat(depth) + ']'.repeat(depth)
        : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
    )
  },
  'a name of the language’s': (text, toss) =>
    inAnObject(text, toss, () => `${JSON.stringify(pick(toss, names))}:${pick(toss, strange)}`),
  'a row twice': (text, toss) =>
    changed(text, (all) => {
      const rows = someRows(all, toss)
      const row = rows[Math.floor(toss() * rows.length)]
      if (row !== undefined) rows.push(structuredClone(row))
    }),
  'an id of another row’s': (text, toss) =>
    changed(text, (all) => {
      const [one, other] = [aRow(all, toss), aRow(all, toss)]
      const ids = Object.keys(one).filter((name) => name.endsWith('id'))
      const name = ids[Math.floor(toss() * ids.length)]
      if (name !== undefined)
        one[name] = other['id'] ?? `0199f2a0-0000-7000-8000-0000000000${Math.floor(toss() * 99)}`
    }),
  'a date far off': (text, toss) =>
    changed(text, (all) => {
      const row = aRow(all, toss)
      const times = Object.keys(row).filter((name) => /at$|date$|month$|_from$/.test(name))
      const name = times[Math.floor(toss() * times.length)]
      if (name === undefined) return
      const day = 86_400_000
      const was = row[name]
      row[name] =
        typeof was === 'number'
          ? was + pick(toss, [day, 2 * day, 400 * day, 40_000 * day, -40_000 * day, -day])
          : pick(toss, ['2027-12-31', '0001-01-01', '2026-11-23', '1970-01-01', '2026-13-01'])
    }),
  'a megabyte of words': (text, toss) =>
    changed(text, (all) => {
      const row = aRow(all, toss)
      const name = Object.keys(row)[Math.floor(toss() * Object.keys(row).length)]
      if (name !== undefined) row[name] = 'word '.repeat(pick(toss, [50, 5000, 210_000]))
    }),
  'a column too few': (text, toss) =>
    changed(text, (all) => {
      const row = aRow(all, toss)
      const name = Object.keys(row)[Math.floor(toss() * Object.keys(row).length)]
      if (name !== undefined) delete row[name]
    }),
  'values of two rows that changed places': (text, toss) =>
    changed(text, (all) => {
      const [one, other] = [aRow(all, toss), aRow(all, toss)]
      for (const name of Object.keys(one)) {
        const here = one[name]
        const there = other[name]
        if (toss() < 0.5 || here === undefined || there === undefined) continue
        one[name] = there
        other[name] = here
      }
    }),
  'rows in another table': (text, toss) =>
    changed(text, (all) => {
      const [from, to] = [someRows(all, toss), someRows(all, toss)]
      to.push(...structuredClone(from))
    }),
  'a flood of rows': (text, toss) =>
    changed(text, (all) => {
      const rows = someRows(all, toss)
      const row = rows[0]
      if (!isObject(row)) return
      for (let nth = 0; nth < 3000; nth++)
        rows.push({ ...row, id: `0199f2a0-0000-7000-8000-${String(nth).padStart(12, '0')}` })
    }),
  'other settings': (text, toss) =>
    changed(text, (all) => {
      all['settings'] = pick<Json>(toss, [
        { words: 'numbers-only', gap: '\u0000' },
        { 'a b': 'x' },
        { types: '{"__proto__":{}}' },
        { gap: 'x'.repeat(2001) },
        Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`a${nth}`, 'x'])),
        { constructor: 'x', toString: 'y' },
        { idleLock: '-1', language: '../../x' },
        [],
        'settings',
      ])
    }),
  'another head': (text, toss) =>
    changed(text, (all) => {
      const name = pick(toss, ['format', 'version', 'exported_at', 'tables', 'settings'])
      if (toss() < 0.2) delete all[name]
      else
        all[name] = pick<Json>(toss, ['lull-journal', 0, 1, 2, 1e9, -1, 1.5, null, [], {}, '1', 'x'.repeat(4000)]) // prettier-ignore
    }),
  'a name said twice': (text, toss) => {
    const at = [...text.matchAll(/"([a-z_]+)":/g)]
    const one = at[Math.floor(toss() * at.length)]
    return one
      ? `${text.slice(0, one.index)}${one[0]}${pick(toss, strange)},${text.slice(one.index)}`
      : text
  },
  'cut off': (text, toss) => text.slice(0, Math.floor(toss() * text.length)),
  'some other signs': (text, toss) => {
    const signs = text.split('')
    for (let nth = 0; nth < 1 + toss() * 4; nth++)
      signs[Math.floor(toss() * signs.length)] = pick(toss, ['"', '{', '}', '[', ']', ',', ':', '\\', '0', '\u0000', '\uFEFF', '\n', 'é']) // prettier-ignore
    return signs.join('')
  },
  'wrapped in something': (text, toss) =>
    pick(toss, [
      `\uFEFF${text}`,
      `${text}${text}`,
      `[${text}]`,
      `${text}\u0000`,
      text.replaceAll('\n', '\r\n'),
      ` ${text} `,
      `// Lull\n${text}`,
    ]),
  'nothing at all': (text) => text,
}

/** One file of many: `valid` with one to three things done to it. */
export function hostileFile(valid: string, toss: Toss): Hostile {
  const all = Object.keys(ways)
  const count = 1 + Math.floor(toss() ** 3 * 3)
  const done: string[] = []
  let text = valid
  for (let nth = 0; nth < count; nth++) {
    const name = all[Math.floor(toss() * all.length)] ?? 'nothing at all'
    try {
      text = ways[name]?.(text, toss) ?? text
      done.push(name)
    } catch (error) {
      // It can't be read any more, or lies deeper than this can walk: what needs to read it is left out.
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
    }
  }
  return { what: done.join(', '), text }
}

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of what `change` makes of the file. Throws where it is no JSON. */
function changed(text: string, change: (all: { [name: string]: Json }) => void): string {
  const all: Json = JSON.parse(text)
  if (isObject(all)) change(all)
  return JSON.stringify(all)
}

function someRows(all: { [name: string]: Json }, toss: Toss): Json[] {
  const tables = all['tables']
  if (!isObject(tables)) return []
  const lists = Object.values(tables).filter((each) => Array.isArray(each))
  const filled = lists.filter((each) => each.length > 0)
  const from = toss() < 0.9 && filled.length > 0 ? filled : lists
  return from[Math.floor(toss() * from.length)] ?? []
}

function aRow(all: { [name: string]: Json }, toss: Toss): { [name: string]: Json } {
  const rows = someRows(all, toss)
  const row = rows[Math.floor(toss() * rows.length)]
  return isObject(row) ? row : {}
}

/** Puts a text in the place of some value, however deep that stands. */
function inPlaceOf(text: string, toss: Toss, put: () => string): string {
  const all: Json = JSON.parse(text)
  const places: ((value: Json) => void)[] = []
  const walk = (value: Json) => {
    if (Array.isArray(value))
      value.forEach((each, at) => {
        places.push((other) => void (value[at] = other))
        walk(each)
      })
    else if (isObject(value))
      for (const [name, each] of Object.entries(value)) {
        places.push((other) => void (value[name] = other))
        walk(each)
      }
  }
  walk(all)
  places[Math.floor(toss() * places.length)]?.(mark)
  return JSON.stringify(all).replace(JSON.stringify(mark), put)
}

/** Puts a member into some object, however deep that stands. */
function inAnObject(text: string, toss: Toss, member: () => string): string {
  const opening = [...text.matchAll(/\{/g)]
  const at = opening[Math.floor(toss() * opening.length)]?.index ?? 0
  const rest = text.slice(at + 1)
  return `${text.slice(0, at + 1)}${member()}${/^\s*\}/.test(rest) ? '' : ','}${rest}`
}
