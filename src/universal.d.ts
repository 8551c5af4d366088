/** What Node, Electron and Chromium all have and the ESNext library does not name. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
/** UTF-8; what is none is thrown at, and a byte order mark goes. */
declare class TextDecoder {
  constructor(label: 'utf-8', options: { fatal: true })
  decode(bytes: Uint8Array): string
}
