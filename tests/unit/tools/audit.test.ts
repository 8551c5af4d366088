import { describe, expect, it } from 'vitest'
import { readAudit, sortHoles } from '../../../tools/package/audit.ts'

const hole = (name: string, node = name) => ({
  name,
  severity: 'high',
  isDirect: false,
  via: [{ source: 1, url: 'https://github.com/advisories/GHSA-1' }, 'another'],
  effects: [],
  range: '*',
  nodes: [`node_modules/${node}`],
  fixAvailable: true,
})
const report = (...holes: ReturnType<typeof hole>[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(holes.map((each) => [each.name, each])),
  })
const list = JSON.stringify({
  components: [{ name: 'react' }, { name: 'better-sqlite3-multiple-ciphers' }],
})

describe('known holes', () => {
  it('are told apart: in what is shipped, and in what only builds it', () => {
    const holes = readAudit(report(hole('react'), hole('electron-builder'))) ?? []
    const { inside, outside } = sortHoles(holes, list)
    expect(inside).toEqual([
      {
        name: 'react',
        severity: 'high',
        about: ['https://github.com/advisories/GHSA-1', 'another'],
      },
    ])
    expect(outside.map(({ name }) => name)).toEqual(['electron-builder'])
  })

  it('of a package that is installed under another name are found under its own', () => {
    const renamed = hole('better-sqlite3-multiple-ciphers', 'better-sqlite3')
    const { inside } = sortHoles(readAudit(report(renamed)) ?? [], list)
    expect(inside.map(({ name }) => name)).toEqual(['better-sqlite3-multiple-ciphers'])
  })

  it('are none in a report of none', () => {
    expect(readAudit(report())).toEqual([])
  })

  it.each(['', 'npm error', '{}', '{"error":{"code":"ENOTFOUND"}}', '{"auditReportVersion":3}'])(
    'are not said to be none where nothing could be asked: %j',
    (text) => {
      expect(readAudit(text)).toBeNull()
    },
  )
})
