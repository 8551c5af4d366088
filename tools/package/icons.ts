/**
 * `node tools/package/icons.ts`: draws the program's icons from resources/package/icon.svg, in
 * Chromium and without a network, and writes them beside it. Run it when the drawing has changed.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../stand-in/chromium.ts'
import { icns, ico, type Picture } from './icon-files.ts'

const folder = join(import.meta.dirname, '../../resources/package')
const sides = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const icoSides = [16, 24, 32, 48, 64, 128, 256]
const linuxSides = [16, 32, 48, 64, 128, 256, 512]

const pictures = await drawn(readFileSync(join(folder, 'icon.svg'), 'utf8'))
const only = (wanted: readonly number[]) => pictures.filter(({ side }) => wanted.includes(side))
for (const { png } of only([1024])) writeFileSync(join(folder, 'icon.png'), png)
writeFileSync(join(folder, 'icon.ico'), ico(only(icoSides)))
writeFileSync(join(folder, 'icon.icns'), icns(pictures))
mkdirSync(join(folder, 'icons'), { recursive: true })
for (const { side, png } of only(linuxSides))
  writeFileSync(join(folder, `icons/${side}x${side}.png`), png)
process.stdout.write(`${pictures.length} sizes, in resources/package.\n`)

/** The drawing at every side, each drawn anew: nothing is scaled from another picture. */
async function drawn(svg: string): Promise<Picture[]> {
  const temp = mkdtempSync(join(tmpdir(), 'lull-icons-'))
  const chromium = await launchChromium({
    folder: temp,
    headless: true,
    // Nobody listens there.
    ownProxy: '127.0.0.1:9',
    switches: [],
    env: process.env,
  })
  try {
    const context = await chromium.browser.newContext({
      deviceScaleFactor: 1,
      viewport: { width: 1024, height: 1024 },
    })
    const page = await context.newPage()
    const all: Picture[] = []
    for (const side of sides) {
      await page.setContent(
        `<style>html, body { margin: 0; background: none } img { display: block }</style>
         <img width="${side}" height="${side}" src="data:image/svg+xml;base64,${btoa(svg)}">`,
      )
      const clip = { x: 0, y: 0, width: side, height: side }
      all.push({ side, png: await page.screenshot({ omitBackground: true, clip }) })
    }
    return all
  } finally {
    await chromium.kill()
    rmSync(temp, { recursive: true, force: true })
  }
}
