import type { PrintToPDFOptions } from 'electron'
import { refuse } from './strict.ts'

/** What Chromium is asked for, as the DevTools protocol names it; lengths in inches. */
export interface PrintSettings {
  landscape: boolean
  displayHeaderFooter: boolean
  headerTemplate: string
  footerTemplate: string
  printBackground: boolean
  scale: number
  paperWidth: number
  paperHeight: number
  marginTop: number
  marginBottom: number
  marginLeft: number
  marginRight: number
  pageRanges: string
  preferCSSPageSize: boolean
  generateTaggedPDF: boolean
  generateDocumentOutline: boolean
}

/** In inches, width before height: Electron's own list. */
const paperSizes: Record<string, readonly [width: number, height: number]> = {
  letter: [8.5, 11],
  legal: [8.5, 14],
  tabloid: [11, 17],
  ledger: [17, 11],
  a0: [33.1, 46.8],
  a1: [23.4, 33.1],
  a2: [16.54, 23.4],
  a3: [11.7, 16.54],
  a4: [8.27, 11.7],
  a5: [5.83, 8.27],
  a6: [4.13, 5.83],
}
const names = [
  'landscape',
  'displayHeaderFooter',
  'headerTemplate',
  'footerTemplate',
  'printBackground',
  'scale',
  'pageSize',
  'margins',
  'pageRanges',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
]
const sides = ['top', 'bottom', 'left', 'right']

/** Checks as Electron does, and refuses besides what Electron would pass over. */
export function printSettings(options: PrintToPDFOptions): PrintSettings {
  for (const name of Object.keys(options))
    if (!names.includes(name)) refuse(`printToPDF has no option "${name}"`)
  const margins = options.margins ?? {}
  for (const name of Object.keys(isObject(margins)))
    if (!sides.includes(name)) refuse(`printToPDF has no margin "${name}"`)
  const [paperWidth, paperHeight] = paperOf(options.pageSize ?? 'Letter')
  const { top = 0.4, bottom = 0.4, left = 0.4, right = 0.4 } = margins
  if (Math.max(top, bottom) > paperHeight || Math.max(left, right) > paperWidth)
    throw new Error('margins must be less than or equal to pageSize')
  return {
    landscape: is('boolean', options.landscape ?? false, 'landscape'),
    displayHeaderFooter: is('boolean', options.displayHeaderFooter ?? false, 'displayHeaderFooter'),
    headerTemplate: is('string', options.headerTemplate ?? '', 'headerTemplate'),
    footerTemplate: is('string', options.footerTemplate ?? '', 'footerTemplate'),
    printBackground: is('boolean', options.printBackground ?? false, 'printBackground'),
    scale: is('number', options.scale ?? 1, 'scale'),
    paperWidth,
    paperHeight,
    marginTop: is('number', top, 'margins.top'),
    marginBottom: is('number', bottom, 'margins.bottom'),
    marginLeft: is('number', left, 'margins.left'),
    marginRight: is('number', right, 'margins.right'),
    pageRanges: is('string', options.pageRanges ?? '', 'pageRanges'),
    preferCSSPageSize: is('boolean', options.preferCSSPageSize ?? false, 'preferCSSPageSize'),
    generateTaggedPDF: is('boolean', options.generateTaggedPDF ?? false, 'generateTaggedPDF'),
    generateDocumentOutline: is(
      'boolean',
      options.generateDocumentOutline ?? false,
      'generateDocumentOutline',
    ),
  }
}

function paperOf(size: NonNullable<PrintToPDFOptions['pageSize']>): readonly [number, number] {
  if (typeof size === 'string')
    return paperSizes[size.toLowerCase()] ?? fail(`Invalid pageSize ${size}`)
  const { width, height } = size
  if (typeof width !== 'number' || typeof height !== 'number')
    fail('width and height properties are required for pageSize')
  return [width, height]
}

function is<Value>(type: 'boolean' | 'number' | 'string', value: Value, name: string): Value {
  if (typeof value !== type) throw new TypeError(`${name} must be a ${type}`)
  return value
}
function isObject<Value>(value: Value): Value {
  if (typeof value !== 'object') throw new TypeError('margins must be a object')
  return value
}
function fail(sentence: string): never {
  throw new Error(sentence)
}
