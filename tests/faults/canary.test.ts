import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'
import { formsOf, scan } from './scan.ts'
import { killedWriter } from './writer.ts'

const canary = 'she said: kanarienvogel +?/ 1897'

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-canary-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('the words of a note', () => {
  it('are readable in no file, after a kill, a recovery, a checkpoint and a clean close', async () => {
    const folder = tempFolder()
    const temp = join(folder, 'temp')
    mkdirSync(temp)
    const env = { ...process.env, TMPDIR: temp, SQLITE_TMPDIR: temp }
    const acked = await killedWriter({ folder, count: 100_000, words: canary }, 100, env)
    expect(acked.length).toBeGreaterThan(50)
    expect(readdirSync(folder)).toContain('journal.db-wal')
    expect(scan(folder, canary)).toEqual([])

    const journal = journalIn(folder)
    const opened = await journal.open({ passphrase })
    expect(opened.ok).toBe(true)
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
    expect(scan(folder, canary)).toEqual([])
    journal.close()
    expect(scan(folder, canary)).toEqual([])
  })

  it.each(['UTF-8', 'UTF-16LE', 'hex', 'base64+0', 'base64+1', 'base64+2'])(
    'would be found: planted as %s, deep in a folder',
    (form) => {
      const folder = tempFolder()
      mkdirSync(join(folder, 'a', 'b'), { recursive: true })
      const file = join(folder, 'a', 'b', 'cache')
      writeFileSync(file, planted(form))
      expect(scan(folder, canary)).toContainEqual({ file, form, at: expect.any(Number) })
    },
  )

  it('are looked for in every way: no form stands in for another', () => {
    const forms = formsOf(canary).map(({ bytes }) => bytes.toString('latin1'))
    expect(new Set(forms).size).toBe(forms.length)
    expect(forms.length).toBeGreaterThanOrEqual(7)
  })
})

/** As a program would write it: encoded together with what stands before and after. */
function planted(form: string): Buffer {
  const [kind = '', before = '0'] = form.split('+')
  const text = `${'x'.repeat(Number(before))}${canary} and more`
  if (kind === 'UTF-8') return Buffer.from(text)
  if (kind === 'UTF-16LE') return Buffer.from(text, 'utf16le')
  return Buffer.from(Buffer.from(text).toString(kind === 'hex' ? 'hex' : 'base64'))
}
