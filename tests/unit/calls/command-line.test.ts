import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callCommands, commands, parseCommandLine } from '../../../src/calls/command-line.ts'

const run = (command: string, profile: string | null = null, more: object = {}) => ({
  kind: 'run',
  order: {
    command,
    ...(callCommands.some((each) => each === command)
      ? { channel: null, seconds: null, thrown: [], ...more }
      : {}),
  },
  profile,
})

const read = (args: readonly string[]) =>
  parseCommandLine(args, { packaged: false, windows: false })

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
    [['--tray'], run('tray')],
    [['--profile', '/media/stick'], run('open', '/media/stick')],
    [['--profile=/media/stick', '--pause'], run('pause', '/media/stick')],
    [['--pause', '--profile', 'a folder with = in it'], run('pause', 'a folder with = in it')],
    [['--help'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
    [['--pause', '--help'], { kind: 'help' }],
    [
      ['--call-ended', '--channel', 'chat', '--seconds=95'],
      run('call-ended', null, { channel: 'chat', seconds: 95 }),
    ],
    [['--seconds', '3:07', '--call-ended'], run('call-ended', null, { seconds: 187 })],
    [['--'], run('open')],
    [
      ['--profile', '/media/stick', '--', 'lull-call://ended?code=0123456789abcdefghjk'],
      {
        kind: 'run',
        order: {
          command: 'link',
          event: 'ended',
          code: '0123456789abcdefghjk',
          channel: null,
          seconds: null,
          thrown: [],
        },
        profile: '/media/stick',
      },
    ],
  ])('reads %j', (args, meant) => {
    expect(read(args)).toEqual(meant)
  })

  it.each([
    [['--call-ended', '+4412345678'], ['number']],
    [
      ['--call-ended', '+44 20 7946 0991', 'Jane Doe', ''],
      ['number', 'name', 'empty'],
    ],
    [['sip:jane@example.org', '--call-started'], ['address']],
    [['--call-ended', '--seconds', 'abc', '--channel', 'hard'], ['name']],
    [
      ['--call-ended', '{6F9619FF-8B86-D011-B42D-00CF4FC964FF}', 'x?=1'],
      ['id', 'other'],
    ],
    [['--mark', 'lull-call://ended?code=x'], ['other']],
  ])('throws away what a phone adds to a call, and tells the kinds: %j', (args, thrown) => {
    const [command = ''] = args.flatMap((arg) => callCommands.filter((each) => `--${each}` === arg))
    expect(read(args)).toEqual(run(command, null, { thrown }))
  })

  it.each([
    [['--no-sandbox', '--call-ended']],
    [['--proxy-server=http://127.0.0.1:1', '--call-ended']],
    [['--original-process-start-time=13377', '--call-ended', '-psn_0_12345']],
  ])('passes over what the runtime put there: %j', (args) => {
    expect(read(args)).toEqual(run('call-ended'))
  })

  it.each([
    [['--paus'], `Lull doesn't know "--paus". Try --help.`],
    [['+4412345678'], `Lull doesn't know one of these words. Try --help.`],
    [['Jane Doe', '--pause'], `Lull doesn't know one of these words. Try --help.`],
    [['--call-ended', '-+4412345678'], `Lull doesn't know one of these words. Try --help.`],
    [['--number=+44123', '--call-ended'], `Lull doesn't know "--number". Try --help.`],
    [['--call-ended', '--quit'], 'One thing at a time: --call-ended or --quit.'],
    [['--call-ended', '--seconds'], '--seconds needs a number: --seconds 95'],
    [['--call-ended', '--seconds', '--quit'], '--seconds needs a number: --seconds 95'],
    [['--call-ended', '--channel', '-x'], '--channel needs one of: call, chat, message, visit.'],
    [['--pause', '--seconds', '5'], '--seconds goes with a call: --call-ended --seconds …'],
    [['--', '--quit'], 'Behind two dashes stands a link of Lull, and nothing else. Try --help.'],
    [
      ['--', 'lull-call://ended', '--quit'],
      'Behind two dashes stands a link of Lull, and nothing else. Try --help.',
    ],
    [
      ['--quit', '--', 'lull-call://ended'],
      'Behind two dashes stands a link of Lull, and nothing else. Try --help.',
    ],
    [
      ['--', 'https://example.org'],
      'Behind two dashes stands a link of Lull, and nothing else. Try --help.',
    ],
    [['--mark', '--pause'], 'One thing at a time: --mark or --pause.'],
    [['--mark', '--mark'], 'One thing at a time: --mark or --mark.'],
    [['--call-ended=+44123'], '--call-ended takes no value.'],
    [['--profile'], '--profile needs a folder: --profile <folder>'],
    [['--profile', '--mark'], '--profile needs a folder: --profile <folder>'],
    [['--profile='], '--profile needs a folder: --profile <folder>'],
    [['--profile', 'a', '--profile', 'b'], '--profile stands twice; one folder, please.'],
    [['\u001B[2J'], `Lull doesn't know one of these words. Try --help.`],
    [['--\u001B[2J'], `Lull doesn't know one of these words. Try --help.`],
  ])('answers %j with a sentence', (args, sentence) => {
    expect(read(args)).toEqual({ kind: 'mistake', sentence })
  })

  it('takes any arguments at all without throwing, and means a command only where one stands', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (args) => {
        const line = read(args)
        if (line.kind === 'run' && line.order.command !== 'open' && line.order.command !== 'link')
          expect(args).toContain(`--${line.order.command}`)
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

describe('the command line of a packaged Lull', () => {
  const packaged = (args: readonly string[]) =>
    parseCommandLine(args, { packaged: true, windows: false })

  it.each(['lull-call://ended?code=x', 'lull-call:mark', 'LULL-CALL://started'])(
    'takes the link %s only behind two dashes, where nothing is a switch',
    (link) => {
      expect(packaged([link])).toMatchObject({ kind: 'mistake' })
      expect(packaged([link, '--pause'])).toMatchObject({ kind: 'mistake' })
      expect(packaged(['--', link])).toMatchObject({ kind: 'run', order: { command: 'link' } })
    },
  )

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--proxy-server=http://127.0.0.1:1',
    '--no-sandbox',
    '--host-resolver-rules=MAP * 10.0.0.1',
    '--user-data-dir=/tmp/x',
    '--enable-logging',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--enable-features=x',
  ])('says that %s could open a door, and doesn’t start', (arg) => {
    const name = arg.split('=')[0]
    expect(packaged(['--pause', arg])).toEqual({
      kind: 'mistake',
      sentence: `Lull doesn't start with ${name}: it could open a door to your journal.`,
    })
    expect(read([arg])).toEqual(run('open'))
  })

  it.each([
    '--log-net-log=/tmp/net.json',
    '--remote-debugging-pipe',
    '--proxy-pac-url=data:,x',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--ssl-key-log-file=/tmp/k',
    '--ignore-certificate-errors',
    '--disable-site-isolation-trials',
    '--renderer-cmd-prefix=gdb',
    '-remote-debugging-port=9222',
    '/remote-debugging-port=9222',
    '--REMOTE-DEBUGGING-PORT=9222',
  ])('knows no %s, and doesn’t start', (arg) => {
    expect(packaged([arg]).kind).toBe('mistake')
  })

  it('passes over what desktops put there', () => {
    expect(packaged(['--lang=en', '--force-device-scale-factor=1.5', '--pause'])).toEqual(
      run('pause'),
    )
  })

  it.each([
    ['-remote-debugging-port=0', false],
    ['-remote-debugging-port=0', true],
    ['/remote-debugging-port=0', true],
  ])('takes no switch in place of a folder: %s (Windows: %s)', (arg, windows) => {
    expect(parseCommandLine(['--profile', arg], { packaged: true, windows })).toEqual({
      kind: 'mistake',
      sentence: '--profile needs a folder: --profile <folder>',
    })
  })

  it('takes a folder with such a name where it can’t be meant as a switch', () => {
    expect(packaged(['--profile=-x'])).toEqual(run('open', '-x'))
    expect(packaged(['--profile', '/media/stick'])).toEqual(run('open', '/media/stick'))
  })
})
