import { existsSync } from 'node:fs'

export class NativeImage {
  /** Where it came from: a path, a data address, or empty. */
  readonly source: string
  #template = false

  constructor(source: string) {
    this.source = source
  }
  isEmpty(): boolean {
    return this.source === ''
  }
  getSize(): { width: number; height: number } {
    return this.isEmpty() ? { width: 0, height: 0 } : { width: 16, height: 16 }
  }
  setTemplateImage(option: boolean): void {
    this.#template = option
  }
  isTemplateImage(): boolean {
    return this.#template
  }
}

export const nativeImage = {
  createEmpty: () => new NativeImage(''),
  /** A file that isn't there makes an empty image, as in Electron. */
  createFromPath: (path: string) => new NativeImage(existsSync(path) ? path : ''),
  createFromDataURL: (url: string) => new NativeImage(url),
  createFromBuffer: (buffer: Buffer) =>
    new NativeImage(`data:image/png;base64,${buffer.toString('base64')}`),
}
