import { i18n } from '@lingui/core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { messages } from '../../../resources/languages/en.po'
import { messages as main } from '../../../resources/languages/main/en.po'
import { parseCommandLine } from '../../../src/calls/command-line.ts'
import { readLink } from '../../../src/calls/link.ts'
import { pastesFor, productIds, products } from '../../../src/calls/products.ts'
import { connectDoc } from './connect-doc.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: { ...messages, ...main } }))

const code = '0123456789abcdefghjk'
const desk = { program: { path: '/opt/Lull/lull', args: [] }, windows: false, code }

describe('what is to be pasted', () => {
  it.each(products.filter(({ door }) => door === 'link').map(({ id }) => id))(
    'for %s opens a link of this computer for the start, and one for the end',
    (id) => {
      const text = pastesFor(id, desk)
        .map((paste) => paste.text)
        .join('\n')
      // What the variables of a program or a script become when it runs.
      const links = text.includes('${event}')
        ? ['started', 'ended'].map((event) => {
            expect(text).toContain(`lull('${event}')`)
            return `lull-call://${event}?code=${code}`
          })
        : [...text.matchAll(/lull-call:\S+/g)].map(([link]) =>
            link.replace('$CallDurationSeconds', '95'),
          )
      expect(links.map((link) => readLink(link))).toEqual([
        expect.objectContaining({ event: 'started', code, thrown: [] }),
        expect.objectContaining({ event: 'ended', code, thrown: [] }),
      ])
    },
  )

  it.each(products.filter(({ door }) => door === 'command').map(({ id }) => id))(
    'for %s runs Lull with the command for the start, and for the end',
    (id) => {
      const [program, ...parameters] = pastesFor(id, desk).map(({ text }) => text)
      expect(program).toBe('/opt/Lull/lull')
      const read = parameters.map((line) =>
        parseCommandLine(line.split(' '), { packaged: true, windows: true }),
      )
      expect(read).toMatchObject([
        { order: { command: 'call-started' } },
        { order: { command: 'call-ended' } },
      ])
    },
  )

  it('is there for every program of the list, once', () => {
    expect(products.map(({ id }) => id)).toEqual([...productIds])
  })
})

describe('docs/connect.md', () => {
  it('says what the page says (`npm run test:one -- --project unit products -u` writes it)', async () => {
    await expect(connectDoc()).toMatchFileSnapshot('../../../docs/connect.md')
  })

  it('is in plain words', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/connect.md'), 'utf8')
    // Scripts are no words, and one product's name has a mark of its own.
    const words = text.replaceAll(/```text\n.*?\n```/gs, '').replaceAll('SwyxIt!', '')
    expect(words).not.toMatch(/!|\bwhy\b|\benough\b|hard\b|tough call|stress|difficult/i)
  })
})
