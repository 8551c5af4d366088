/** What Node, Electron and Chromium all have and the ESNext library does not name. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
/** UTF-8; what is none becomes U+FFFD, and a byte order mark goes. */
declare class TextDecoder {
  decode(bytes: Uint8Array): string
}
