import { Fragment, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import type { Device } from '../src/contract.ts'
import { plainDevice } from '../src/settings/choices.ts'
import { Problem } from './components/Problem.tsx'
import { Small } from './components/Small.tsx'
import { speak } from './i18n/speak.ts'
import { codeOf } from './state/bridge.ts'
import { doors } from './state/doors.ts'
import { pageFailed } from './state/failed.ts'
import { dress } from './theme/dress.ts'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'

/**
 * Opens a window's screen, in the device's theme and language. `screen` is called once, when both
 * are there; when it can't be had, the window says why.
 */
export async function start(screen: () => ReactElement | Promise<ReactElement>): Promise<void> {
  const device = await doors.shell('device.get', {}).catch((): Device => plain)
  dress(device)
  await speak(device.language)
  const element = document.getElementById('root')
  if (!element) return
  // A screen that can't be drawn is opened anew by the shell: an empty window helps nobody.
  const root = createRoot(element, { onUncaughtError: (error) => pageFailed(error, false) })
  const shown = await orProblem(screen)
  root.render(<Fragment key={device.language}>{shown}</Fragment>)
  doors.onShell((told) => {
    if (told.event !== 'device') return
    const changed = told.device
    dress(changed)
    // Another language: the same screen, with what it holds, in other words.
    void speak(changed.language).then(() =>
      root.render(<Fragment key={changed.language}>{shown}</Fragment>),
    )
  })
}

/** A window opens even where the device's own choices can't be had. */
const plain: Device = { ...plainDevice, startAtLogin: null, notice: null }

async function orProblem(screen: () => ReactElement | Promise<ReactElement>) {
  try {
    return await screen()
  } catch (error) {
    return (
      <Small>
        <Problem code={codeOf(error)} />
      </Small>
    )
  }
}
