import type { Bridge } from '../../src/contract.ts'
import { connect } from './bridge.ts'

declare global {
  interface Window {
    /** Laid by the preload. */
    readonly lull: Bridge
  }
}

/** This window's doors. */
export const doors = connect(window.lull)
