import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { sleep } from './real-time.ts'

const unbrotli = promisify(brotliDecompress)

/**
 * The headless Chromium inside `@sparticuz/chromium`, unpacked once into node_modules/.cache with the
 * system libraries that it brings. Only its files are used: its own flags switch security off.
 */
export async function unpackChromium(): Promise<{ path: string; libraries: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('[stand-in] no Chromium was found; name one in LULL_CHROMIUM')
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const root = entry.slice(0, entry.lastIndexOf('chromium') + 'chromium'.length)
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const modules = dirname(dirname(root))
  const folder = join(modules, '.cache', `lull-chromium-${version}`)
  const there = { path: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') }
  if (existsSync(folder)) return there

  const lock = `${folder}.lock`
  mkdirSync(dirname(folder), { recursive: true })
  while (!takes(lock)) {
    await sleep(100)
    if (existsSync(folder)) return there
  }
  try {
    if (existsSync(folder)) return there
    const half = `${folder}.half`
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { recursive: true })
    const packed = join(root, 'bin')
    writeFileSync(join(half, 'chromium'), await unbrotli(readFileSync(join(packed, 'chromium.br'))))
    chmodSync(join(half, 'chromium'), 0o755)
    for (const [archive, into] of [
      ['al2023', 'al2023'],
      ['swiftshader', ''],
      ['fonts', ''],
    ] as const) {
      const file = join(packed, `${archive}.tar.br`)
      if (existsSync(file)) untar(await unbrotli(readFileSync(file)), join(half, into))
    }
    // A machine without fonts still shows letters.
    writeFileSync(
      join(half, 'own-fonts.conf'),
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
        '<fontconfig><dir prefix="relative">fonts</dir><cachedir>/nowhere</cachedir></fontconfig>',
    )
    // Only what is whole gets its name.
    renameSync(half, folder)
    return there
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function takes(lock: string): boolean {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return true
  } catch {
    if (!holderLives(lock)) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function holderLives(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
  } catch (error) {
    // Not written yet, or gone this instant: look again.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
  }
}

/** Plain files and folders of a tar archive (POSIX ustar: 512-byte heads, sizes in octal), links included. */
function untar(tar: Buffer, into: string) {
  const text = (from: number, length: number) =>
    tar.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, 12), 8) || 0
    const kind = text(at + 156, 1)
    const file = normalize(join(into, text(at + 345, 155), text(at, 100)))
    if (!file.startsWith(normalize(into))) throw new Error(`[stand-in] ${file} would lie outside`)
    if (kind === '5') mkdirSync(file, { recursive: true })
    else if (kind === '0' || kind === '') {
      mkdirSync(file.slice(0, file.lastIndexOf(sep)), { recursive: true })
      writeFileSync(file, tar.subarray(at + 512, at + 512 + size), {
        mode: parseInt(text(at + 100, 8), 8),
      })
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
}
