import { EventEmitter } from 'node:events'

class PowerMonitor extends EventEmitter {
  #idleSeconds = 0
  #locked = false

  getSystemIdleTime(): number {
    return this.#idleSeconds
  }
  getSystemIdleState(threshold: number): 'active' | 'idle' | 'locked' {
    if (this.#locked) return 'locked'
    return this.#idleSeconds >= threshold ? 'idle' : 'active'
  }
  isOnBatteryPower(): boolean {
    return false
  }

  /** The stand-in's own. */
  become(event: string): void {
    if (event === 'lock-screen') this.#locked = true
    if (event === 'unlock-screen') this.#locked = false
    this.emit(event)
  }
  idle(seconds: number): void {
    this.#idleSeconds = seconds
  }
}

export const powerMonitor = new PowerMonitor()
