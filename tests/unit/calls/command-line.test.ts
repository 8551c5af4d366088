import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands, parseCommandLine } from '../../../src/calls/command-line.ts'

const run = (command: string, profile: string | null = null) => ({ kind: 'run', command, profile })

describe('the command line', () => {
  it.each([
    [[], run('open')],
    [['--call-started'], run('call-started')],
    [['--call-ended'], run('call-ended')],
    [['--mark'], run('mark')],
    [['--pause'], run('pause')],
    [['--note'], run('note')],
    [['--check-in'], run('check-in')],
    [['--lock'], run('lock')],
    [['--hide'], run('hide')],
    [['--quit'], run('quit')],
    [['--profile', '/media/stick'], run('open', '/media/stick')],
    [['--profile=/media/stick', '--pause'], run('pause', '/media/stick')],
    [['--pause', '--profile', 'a folder with = in it'], run('pause', 'a folder with = in it')],
    [['--help'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
    [['--pause', '--help'], { kind: 'help' }],
  ])('reads %j', (args, meant) => {
    expect(parseCommandLine(args)).toEqual(meant)
  })

  it.each([
    [['--no-sandbox', '--call-ended']],
    [['--proxy-server=http://127.0.0.1:1', '--call-ended']],
    [['--original-process-start-time=13377', '--call-ended', '-psn_0_12345']],
  ])('passes over what the runtime put there: %j', (args) => {
    expect(parseCommandLine(args)).toEqual(run('call-ended'))
  })

  it.each([
    [['--paus'], `Lull doesn't know "--paus". Try --help.`],
    [['+4412345678'], `Lull doesn't know "+4412345678". Try --help.`],
    [['--mark', '--pause'], 'One thing at a time: --mark or --pause.'],
    [['--mark', '--mark'], 'One thing at a time: --mark or --mark.'],
    [['--call-ended=+44123'], '--call-ended takes no value.'],
    [['--profile'], '--profile needs a folder: --profile <folder>'],
    [['--profile', '--mark'], '--profile needs a folder: --profile <folder>'],
    [['--profile='], '--profile needs a folder: --profile <folder>'],
    [['--profile', 'a', '--profile', 'b'], '--profile stands twice; one folder, please.'],
    [['\u001B[2J'], `Lull doesn't know "?[2J". Try --help.`],
  ])('answers %j with a sentence', (args, sentence) => {
    expect(parseCommandLine(args)).toEqual({ kind: 'mistake', sentence })
  })

  it('takes any arguments at all without throwing, and means a command only where one stands', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (args) => {
        const line = parseCommandLine(args)
        if (line.kind === 'run' && line.command !== 'open')
          expect(args).toContain(`--${line.command}`)
        if (line.kind === 'mistake') expect(line.sentence).not.toMatch(/[\u0000-\u001F\u007F]/)
      }),
      { numRuns: 2000 },
    )
  })

  it('names every command in its help', async () => {
    const { help } = await import('../../../src/calls/command-line.ts')
    for (const command of commands) expect(help).toContain(`--${command}`)
  })
})
