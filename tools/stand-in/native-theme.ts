import { EventEmitter } from 'node:events'

class NativeTheme extends EventEmitter {
  #system: 'light' | 'dark' = 'light'
  #source: 'system' | 'light' | 'dark' = 'system'

  get shouldUseDarkColors(): boolean {
    return (this.#source === 'system' ? this.#system : this.#source) === 'dark'
  }
  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    if (source === this.#source) return
    this.#source = source
    this.emit('updated')
  }
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly prefersReducedTransparency = false

  /** The stand-in's own: the system's setting. */
  become(system: 'light' | 'dark'): void {
    this.#system = system
    this.emit('updated')
  }
}

export const nativeTheme = new NativeTheme()
