/** What Node, Electron and Chromium all have and the ESNext library does not name. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
