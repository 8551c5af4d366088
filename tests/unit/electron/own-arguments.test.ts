import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { ownArguments } from '../../../electron/own-arguments.ts'

const app = resolve('/somewhere/lull')

it.each([
  ['a package', ['/opt/lull', '--pause'], null, ['--pause']],
  ['a folder', ['electron', app, '--pause'], app, ['--pause']],
  ['this folder', ['electron', '.', '--pause'], resolve('.'), ['--pause']],
  ['behind flags', ['electron', '-r', 'a.cjs', '--x=0', app, '--pause'], app, ['--pause']],
  ['named again later', ['electron', app, '--profile', app], app, ['--profile', app]],
  ['a file in it', ['electron', `${app}/out/main.js`, '--pause'], `${app}/out`, ['--pause']],
  ['a file behind flags', ['electron', '-r', 'a.cjs', `${app}/a.mjs`, '--pause'], app, ['--pause']],
  ['beside a file', ['electron', '-r', `${app}/a.cjs`, app, '--pause'], app, ['--pause']],
])('of %s: what was meant for Lull', (_what, argv, path, own) => {
  expect(ownArguments(argv, path)).toEqual(own)
})
