import { readFileSync } from 'node:fs'
import { extractText } from 'unpdf'

/** The text of each page of a PDF, as a program that reads PDFs finds it. */
export async function pdfPages(path: string): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(readFileSync(path)), { mergePages: false })
  return text
}
