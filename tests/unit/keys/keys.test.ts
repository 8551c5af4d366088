import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCompanion } from '../../../src/companion.ts'
import type { Keychain, VaultNews } from '../../../src/ports.ts'
import { createFiles } from '../../../src/store/write-out.ts'
import { openDesk, openJournalDesk, passphrase, random, testClock } from '../../desk.ts'
import { journalIn } from '../store/journal-in.ts'

const another = 'otter lantern basalt seven'
const secret = { passphrase }

describe('the ways into a journal', () => {
  it('are told, open or locked, and before there is one', async () => {
    using desk = openDesk()
    const ways = { passphrase: false, recoveryKey: false, keychain: false }
    const here = { keychainHere: 'none', waitMs: 0 }
    expect(await desk.ask('main', 'keys.get', {})).toEqual({ ...ways, ...here })
    await desk.ask('unlock', 'journal.create', { passphrase })
    expect(await desk.ask('main', 'keys.get', {})).toEqual({ ...ways, ...here, passphrase: true })
    desk.restart()
    expect(await desk.ask('unlock', 'keys.get', {})).toMatchObject({ passphrase: true })
  })

  it('can’t be changed while it is locked', async () => {
    using desk = await openJournalDesk()
    desk.restart()
    for (const change of [
      () => desk.ask('unlock', 'keys.prove', { secret }),
      () => desk.ask('unlock', 'keys.passphrase', { secret, passphrase: another }),
      () => desk.ask('unlock', 'keys.keychain', { secret }),
      () => desk.ask('main', 'keys.noKeychain', { sure: true }),
      () => desk.ask('unlock', 'keys.remove', { secret, kind: 'passphrase' }),
      () => desk.ask('unlock', 'keys.renew', { secret, passphrase: another }),
      () => desk.ask('unlock', 'recovery.create', { secret }),
      () => desk.ask('unlock', 'recovery.keep', { groups: ['AAAA', 'BBBB'] }),
    ])
      await expect(change()).rejects.toThrow('locked')
  })

  it('end with the old key where it got another; this vault knows nothing any more', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'checkin.save', { stress: 3, energy: 5 })
    await expect(
      desk.ask('unlock', 'keys.renew', { secret: { passphrase: 'a guess' }, passphrase: another }),
    ).rejects.toThrow('wrong-secret')
    expect(desk.told).not.toContainEqual(expect.objectContaining({ kind: 'renewed' }))
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ checkIn: { stress: 3 } })

    await desk.ask('unlock', 'keys.renew', { secret, passphrase: another })
    expect(desk.told.at(-1)).toEqual({ kind: 'renewed', copiesLeft: 0 })
    await expect(desk.ask('main', 'today.get', {})).rejects.toThrow('locked')
    desk.restart()
    await expect(desk.ask('unlock', 'journal.open', secret)).rejects.toThrow('wrong-secret')
    await desk.ask('unlock', 'journal.open', { passphrase: another })
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({
      checkIn: { stress: 3 },
      hasRecoveryKey: false,
    })
  })

  it('take what a cut left of a change with them when everything is deleted', async () => {
    using desk = await openJournalDesk()
    for (const name of ['journal.keys.new', 'journal.db.renewed', 'journal.tries'])
      writeFileSync(join(desk.folder, name), 'left')
    const journal = journalIn(desk.folder)
    journal.wipe()
    expect(readdirSync(desk.folder).filter((name) => /keys|renewed|tries/.test(name))).toEqual([])
  })
})

/** A keychain that can be lost, and a companion with it. */
function withKeychain(folder: string) {
  const kept = new Map<string, string>()
  const told: VaultNews[] = []
  let again: string | null = null
  const keychain: Keychain = {
    here: () => Promise.resolve('linux'),
    seal(text) {
      const sealed = Buffer.from(`sealed ${kept.size}`).toString('base64')
      kept.set(sealed, text)
      return Promise.resolve(sealed)
    },
    open(sealed) {
      const text = kept.get(sealed)
      return text === undefined
        ? Promise.reject(Object.assign(new Error('no'), { code: 'no-keychain' }))
        : Promise.resolve({ secret: text, again })
    },
  }
  const companion = createCompanion({
    journal: journalIn(folder),
    clock: testClock(),
    random,
    files: createFiles(folder, random),
    keychain,
    shell: { tell: (news) => void told.push(news) },
    publish: () => {},
  })
  const ask = async (window: 'main' | 'unlock', method: string, input: unknown) => {
    const answer = await companion.answer(window, { id: 1, method, input })
    return answer.ok ? 'ok' : answer.error.code
  }
  return {
    ask,
    kept,
    end: () => companion.hear({ kind: 'end' }),
    sealAnew: (as: string) => {
      const [text = ''] = kept.values()
      kept.set(as, text)
      again = as
    },
  }
}

describe('a keychain', () => {
  it('opens the journal, is kept as the system wants it, and is refused where it is lost', async () => {
    using desk = await openJournalDesk()
    desk.companion.hear({ kind: 'end' })
    const { ask, kept, end, sealAnew } = withKeychain(desk.folder)
    expect(await ask('unlock', 'journal.open', { keychain: true })).toBe('no-keychain')
    expect(await ask('unlock', 'journal.open', secret)).toBe('ok')
    const wrong = { secret: { passphrase: 'a guess' } }
    expect(await ask('unlock', 'keys.keychain', wrong)).toBe('wrong-secret')
    expect(kept.size).toBe(0)
    expect(await ask('unlock', 'keys.keychain', { secret })).toBe('ok')
    end()
    expect(await ask('unlock', 'journal.open', { keychain: true })).toBe('ok')
    end()
    sealAnew('YW5ldw==')
    expect(await ask('unlock', 'journal.open', { keychain: true })).toBe('ok')
    const { keys } = journalIn(desk.folder)
    expect(keys.ways().keychain).toBe('YW5ldw==')
    end()
    kept.clear()
    expect(await ask('unlock', 'journal.open', { keychain: true })).toBe('no-keychain')
    expect(await ask('unlock', 'journal.open', secret)).toBe('ok')
    end()
  })
})
