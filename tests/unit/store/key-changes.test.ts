import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Journal, Secret } from '../../../src/ports.ts'
import { asAfterKill, bytesOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase, recoveryKeyOf } from './journal-in.ts'

const other = 'another four plain words'
const own: Secret = { passphrase }
const kept = { secret: 'c'.repeat(44), sealed: 'c2VhbGVk' }

async function open(folder = tempFolder()): Promise<{ folder: string; journal: Journal }> {
  const journal = journalIn(folder)
  await storeOf(journal, journal.exists() ? journal.open(own) : journal.create(passphrase))
  return { folder, journal }
}

async function tried(folder: string, secret: Secret): Promise<string> {
  const journal = journalIn(folder)
  const opened = await journal.open(secret)
  journal.close()
  return opened.ok ? 'ok' : opened.problem
}

describe('what opens a journal', () => {
  it('is changed by nobody who only sits at the open journal', async () => {
    const { folder, journal } = await open()
    const before = bytesOf(folder, 'journal.keys')
    const wrong: Secret = { passphrase: 'a guess of somebody' }
    const { keys } = journal
    for (const change of [
      () => keys.prove(wrong),
      () => keys.setPassphrase(wrong, other),
      () => keys.makeRecoveryKey({ recoveryKey: 'not one' }),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'wrong-secret' })
    for (const change of [
      () => keys.setKeychain(wrong, kept),
      () => keys.remove(wrong, 'recovery'),
      () => keys.renew(wrong, other),
    ])
      await expect(change()).rejects.toMatchObject({
        code: expect.stringMatching(/^(wrong-secret|wait)$/),
      })
    expect(bytesOf(folder, 'journal.keys')).toEqual(before)
  })

  it('never loses its last way in; a keychain, which can go with its computer, is none', async () => {
    const { folder, journal } = await open()
    const { keys } = journal
    await expect(keys.remove(own, 'passphrase')).rejects.toMatchObject({ code: 'last-way' })
    await keys.setKeychain(own, kept)
    await expect(keys.remove(own, 'passphrase')).rejects.toMatchObject({ code: 'last-way' })
    const recoveryKey = await recoveryKeyOf(journal)
    await keys.remove(own, 'passphrase')
    await expect(keys.remove({ recoveryKey }, 'recovery')).rejects.toMatchObject({
      code: 'last-way',
    })
    journal.close()
    expect(await tried(folder, own)).toBe('wrong-secret')
    expect(await tried(folder, { recoveryKey })).toBe('ok')
  })

  it('is a recovery key only once two groups of it came back; until then the one before', async () => {
    const { folder, journal } = await open()
    const first = await recoveryKeyOf(journal)
    const { recoveryKey, asked } = await journal.keys.makeRecoveryKey(own)
    const groups = recoveryKey.split('-')
    expect(asked[0]).toBeLessThan(asked[1])
    expect(() => journal.keys.keepRecoveryKey([groups[asked[0]] ?? '', 'AAAA'])).toThrow(
      'not what the recovery key says',
    )
    const left = asAfterKill(folder)
    expect(await tried(left, { recoveryKey: first })).toBe('ok')
    expect(await tried(left, { recoveryKey })).toBe('wrong-secret')

    const typed = asked.map((at) => ` ${(groups[at] ?? '').toLowerCase().replaceAll('0', 'o')}`)
    journal.keys.keepRecoveryKey(typed)
    expect(() => journal.keys.keepRecoveryKey(typed)).toThrow('No recovery key')
    journal.close()
    expect(await tried(folder, { recoveryKey })).toBe('ok')
    expect(await tried(folder, { recoveryKey: first })).toBe('wrong-secret')
  })

  it('is the recovery key that was shown, once there is room for it', async () => {
    const { folder, journal } = await open()
    const { recoveryKey, asked } = await journal.keys.makeRecoveryKey(own)
    const groups = recoveryKey.split('-')
    const typed = asked.map((at) => groups[at] ?? '')
    const inTheWay = join(folder, 'journal.keys.new')
    mkdirSync(inTheWay)
    expect(() => journal.keys.keepRecoveryKey(typed)).toThrow(/EISDIR|EPERM|EACCES/)
    rmSync(inTheWay, { recursive: true })
    journal.keys.keepRecoveryKey(typed)
    journal.close()
    expect(await tried(folder, { recoveryKey })).toBe('ok')
  })

  it('stays told as damaged where the system wants its keychain’s secret encrypted anew', async () => {
    const { folder, journal } = await open()
    await journal.keys.setKeychain(own, kept)
    journal.close()
    const file = join(folder, 'journal.keys')
    const whole = bytesOf(folder, 'journal.keys').toString()
    const flipped = whole.replace(
      /"salt": "(.)/,
      (_, sign) => `"salt": "${sign === 'A' ? 'B' : 'A'}`,
    )
    writeFileSync(file, flipped)
    journal.keys.reseal('YW5ldw==')
    expect(bytesOf(folder, 'journal.keys').toString()).toBe(flipped)
  })

  it('asks for two different groups, any of them', async () => {
    const { journal } = await open()
    const asked = new Set<string>()
    for (let turn = 0; turn < 300; turn++)
      asked.add(String((await journal.keys.makeRecoveryKey(own)).asked))
    expect(asked.size).toBe(21)
  })

  it('stays as it was where the journal closes while a new passphrase is stretched', async () => {
    const folder = tempFolder()
    let atSalt = () => {}
    const random = {
      bytes(length: number) {
        atSalt()
        return new Uint8Array(randomBytes(length))
      },
    }
    const journal = journalIn(folder, { random })
    await storeOf(journal, journal.create(passphrase))
    const before = bytesOf(folder, 'journal.keys')
    // Closing overwrites the data key: the slot would wrap zeros, and be the only way in.
    atSalt = () => journal.close()
    await expect(journal.keys.setPassphrase(own, other)).rejects.toMatchObject({
      code: 'no-journal',
    })
    expect(bytesOf(folder, 'journal.keys')).toEqual(before)
    expect(await tried(folder, own)).toBe('ok')
  })

  it('can be made anew after a passphrase was forgotten', async () => {
    const { folder, journal } = await open()
    const recoveryKey = await recoveryKeyOf(journal)
    journal.close()
    const later = journalIn(folder)
    await storeOf(later, later.open({ recoveryKey }))
    await later.keys.setPassphrase({ recoveryKey }, other)
    later.close()
    expect(await tried(folder, { passphrase: other })).toBe('ok')
    expect(await tried(folder, own)).toBe('wrong-secret')
    expect(await tried(folder, { recoveryKey })).toBe('ok')
  })
})

describe('tries at the screen', () => {
  it('wait longer and longer, also after a restart, and not once the right one came', async () => {
    const { folder, journal } = await open()
    journal.close()
    let now = Date.UTC(2026, 10, 22, 21, 30)
    const clock = { now: () => now }
    const attempt = async (secret: Secret) => {
      const again = journalIn(folder, { clock })
      const opened = await again.open(secret)
      again.close()
      return opened.ok ? 'ok' : opened.problem
    }
    const wrong: Secret = { passphrase: 'no, not this one' }
    for (let turn = 0; turn < 3; turn++) expect(await attempt(wrong)).toBe('wrong-secret')
    expect(await attempt(own)).toBe('wait')
    expect(journalIn(folder, { clock }).keys.waitMs()).toBe(5_000)
    now += 4_999
    expect(await attempt(own)).toBe('wait')
    now += 1
    expect(await attempt(wrong)).toBe('wrong-secret')
    expect(journalIn(folder, { clock }).keys.waitMs()).toBe(15_000)
    // A clock that is set back neither helps nor locks anybody out for longer.
    now -= 86_400_000
    expect(await attempt(own)).toBe('wait')
    now += 15_000
    const patient = journalIn(folder, { clock })
    onTestFinished(() => patient.close())
    expect(patient.keys.waitMs()).toBeLessThanOrEqual(15_000)
    now += 86_400_000
    expect(await attempt(own)).toBe('ok')
    expect(readdirSync(folder)).not.toContain('journal.tries')
    expect(await attempt(wrong)).toBe('wrong-secret')
    expect(await attempt(own)).toBe('ok')
  })

  it('are not forgotten by opening a file that somebody brought along', async () => {
    const { folder, journal } = await open()
    const theirs = await open()
    const [brought, secret] = [theirs.journal.encrypted.take(), own]
    await theirs.journal.keys.setPassphrase(own, other)
    journal.close()
    const wrong: Secret = { passphrase: 'no, not this one' }
    const here = journalIn(folder)
    for (let turn = 0; turn < 2; turn++)
      expect(await here.open(wrong)).toMatchObject({ problem: 'wrong-secret' })
    expect(here.encrypted.keep(brought)).toBeNull()
    expect(await here.encrypted.read(secret, () => 'read')).toMatchObject({ value: 'read' })
    expect(await here.open(wrong)).toMatchObject({ problem: 'wrong-secret' })
    expect(here.keys.waitMs()).toBe(5_000)
    expect(journalIn(folder).keys.waitMs()).toBe(5_000)
  })

  it('are counted before they are made: ending Lull meanwhile saves none', async () => {
    const { folder, journal } = await open()
    journal.close()
    const again = journalIn(folder)
    const opening = again.open({ passphrase: 'no, not this one' })
    expect(JSON.parse(bytesOf(folder, 'journal.tries').toString())).toMatchObject({ count: 1 })
    await opening
  })

  it('that can be nobody’s guess don’t count: a mistyped recovery key', async () => {
    const { folder, journal } = await open()
    journal.close()
    for (let turn = 0; turn < 5; turn++)
      expect(await tried(folder, { recoveryKey: 'AAAA-BBBB' })).toBe('wrong-secret')
    expect(await tried(folder, own)).toBe('ok')
  })

  it('of a time that has yet to come wait their time, and not until then', async () => {
    const { folder, journal } = await open()
    journal.close()
    const now = Date.UTC(2026, 10, 22, 21, 30)
    const future = { count: 3, at: now + 365 * 86_400_000 }
    writeFileSync(join(folder, 'journal.tries'), JSON.stringify(future))
    expect(journalIn(folder, { clock: { now: () => now } }).keys.waitMs()).toBe(5_000)
  })

  it.each(['', 'null', '{"count":-1,"at":0}', '{"count":1e300}'])(
    'are forgotten where their file says nothing: %s',
    async (text) => {
      const { folder, journal } = await open()
      journal.close()
      writeFileSync(join(folder, 'journal.tries'), text)
      expect(await tried(folder, own)).toBe('ok')
    },
  )
})
