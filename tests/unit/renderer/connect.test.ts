import { describe, expect, it } from 'vitest'
import { connect as connectDoors } from '../../../renderer/state/bridge.ts'
import { createConnectPage } from '../../../renderer/state/connect.ts'
import type { Connect } from '../../../src/ports.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

const connect: Connect = {
  path: '/opt/Lull/lull',
  args: [],
  windows: false,
  code: null,
  registered: null,
  microphone: null,
  test: null,
}
const testing: Connect = { ...connect, test: { listening: true, until: 60_000, arrived: [] } }

function aPage(answers: Record<string, unknown> = {}) {
  const shell = fakeBridge({ 'connect.get': connect, ...answers })
  return { ...shell, page: createConnectPage(connectDoors(shell.bridge)) }
}

describe('the page "Connect your phone"', () => {
  it('shows what the shell knows, and follows it until it is left', async () => {
    const { page, tellShell } = aPage()
    await page.look()
    expect(page.store.getState().connect).toEqual(connect)
    tellShell({ event: 'connect', connect: testing })
    expect(page.store.getState().connect).toEqual(testing)
    page.leave()
    tellShell({ event: 'connect', connect })
    expect(page.store.getState().connect).toEqual(testing)
  })

  it('forgets a test with the page, and asks for nothing where there was none', async () => {
    const { page, inputs, tellShell } = aPage()
    await page.look()
    page.leave()
    expect(inputs('connect.test')).toEqual([])
    await page.look()
    await page.test()
    tellShell({ event: 'connect', connect: testing })
    page.leave()
    await settled()
    expect(inputs('connect.test')).toEqual([{ on: true }, { on: false }])
  })

  it('shows the code that came in place of the old one, or says that it couldn’t be kept', async () => {
    const { page, answers } = aPage({ 'connect.renew': { ...connect, code: 'new' } })
    await page.look()
    await page.renewCode()
    expect(page.store.getState()).toMatchObject({ connect: { code: 'new' }, problem: null })
    answers['connect.renew'] = refuse('disk-full')
    await page.renewCode()
    expect(page.store.getState()).toMatchObject({ connect: { code: 'new' }, problem: 'disk-full' })
  })
})
