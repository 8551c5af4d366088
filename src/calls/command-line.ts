import { isLink, readLink, type ReadLink } from './link.ts'
import {
  channelOf,
  channels,
  kindsOf,
  noDetails,
  secondsOf,
  thrownKinds,
  type Details,
  type ThrownKind,
} from './signal.ts'

/** What a command line asks for. One thing at a time; none means: show yourself. */
export const commandsOfLull = ['pause', 'note', 'check-in', 'lock', 'hide', 'quit', 'tray'] as const
/** Those that tell of a call, and may say more of it. */
export const callCommands = ['call-started', 'call-ended', 'mark'] as const
export const commands = [...callCommands, ...commandsOfLull] as const
export type Command = (typeof commands)[number] | 'open'
export type CallCommand = (typeof callCommands)[number]

/** What is carried out, here or by the Lull that runs. */
export type Order =
  | { command: Exclude<Command, CallCommand> }
  | ({ command: CallCommand; thrown: readonly ThrownKind[] } & Details)
  | ({ command: 'link' } & ReadLink)

export type CommandLine =
  | { kind: 'run'; order: Order; profile: string | null }
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'mistake'; sentence: string }

/** Switches of Chromium and the systems that reach a program without meaning it, and do no harm. */
const harmless = new Set([
  '--allow-file-access-from-files',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--force-device-scale-factor',
  '--lang',
  '--original-process-start-time',
  '--ozone-platform',
  '--ozone-platform-hint',
])
/**
 * What a test gives to an unpackaged Lull. A packaged one refuses them, as it does whatever else it
 * doesn't know: with these, anyone at the desk could look into its windows, lead its requests
 * elsewhere, or have it write down what it does.
 */
const forBuilders = new Set([
  '--disable-features',
  '--enable-features',
  '--enable-logging',
  '--force-webrtc-ip-handling-policy',
  '--host-resolver-rules',
  '--inspect',
  '--inspect-brk',
  '--log-level',
  '--no-sandbox',
  '--password-store',
  '--proxy-bypass-list',
  '--proxy-server',
  '--remote-debugging-port',
  '--user-data-dir',
])

/**
 * The arguments behind the program's own name (and, unpackaged, its folder). Pure.
 *
 * A phone program may add who called to the command that it was given: behind a call's command such
 * words are thrown away, and only their kinds are told. What looks like a switch is never one of them,
 * for whoever calls could choose it. No answer repeats a word that could be a caller's.
 */
export function parseCommandLine(
  args: readonly string[],
  { packaged, windows }: { packaged: boolean; windows: boolean },
): CommandLine {
  let command: Command | null = null
  let profile: string | null = null
  let details: Details = noDetails
  let saysMore: string | null = null
  const left: string[] = []
  let unread: ThrownKind[] = []

  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    const [name, value] = split(arg)
    if (arg === '--') return behindDashes(args.slice(index + 1), command, profile)
    if (name === '--help') return { kind: 'help' }
    if (name === '--version') return { kind: 'version' }
    if (harmless.has(name) || arg.startsWith('-psn_')) continue
    if (forBuilders.has(name)) {
      if (!packaged) continue
      return mistake(`Lull doesn't start with ${name}: it could open a door to your journal.`)
    }

    if (name === '--profile') {
      const folder = value ?? args[++index] ?? ''
      const apart = value === undefined
      if (folder === '' || (apart && isSwitch(folder, windows)))
        return mistake('--profile needs a folder: --profile <folder>')
      if (folder.includes('\0')) return mistake('That folder has a name that no disk can hold.')
      if (profile !== null) return mistake('--profile stands twice; one folder, please.')
      profile = folder
      continue
    }

    if (name === '--channel' || name === '--seconds') {
      const given = value ?? args[++index]
      if (given === undefined || (value === undefined && isSwitch(given, windows)))
        return mistake(
          name === '--channel'
            ? `--channel needs one of: ${channels.join(', ')}.`
            : '--seconds needs a number: --seconds 95',
        )
      const channel = name === '--channel' ? channelOf(given) : null
      const seconds = name === '--seconds' ? secondsOf(given) : null
      if (channel === null && seconds === null) unread = [...unread, ...kindsOf([given])]
      details = { channel: channel ?? details.channel, seconds: seconds ?? details.seconds }
      saysMore = name
      continue
    }

    const known = commands.find((each) => `--${each}` === name)
    if (!known && !isSwitch(arg, windows)) {
      left.push(arg)
      continue
    }
    if (!known) return mistake(`Lull doesn't know ${shown(name)}. Try --help.`)
    if (value !== undefined) return mistake(`${name} takes no value.`)
    if (command !== null) return mistake(`One thing at a time: --${command} or ${name}.`)
    command = known
  }
  const call = callCommands.find((each) => each === command)
  if (call !== undefined) {
    const kinds = [...unread, ...kindsOf(left)]
    const thrown = thrownKinds.filter((kind) => kinds.includes(kind))
    return { kind: 'run', order: { command: call, ...details, thrown }, profile }
  }
  if (left.some(isLink))
    return mistake('A link stands alone, behind two dashes: lull -- lull-call://ended?code=…')
  if (left.length > 0) return mistake(`Lull doesn't know one of these words. Try --help.`)
  if (saysMore !== null) return mistake(`${saysMore} goes with a call: --call-ended ${saysMore} …`)
  return {
    kind: 'run',
    order: { command: commandsOfLull.find((each) => each === command) ?? 'open' },
    profile,
  }
}

/** Behind two dashes stands a link, and nothing else: the system puts it there, whoever wrote it. */
function behindDashes(
  rest: readonly string[],
  command: Command | null,
  profile: string | null,
): CommandLine {
  const [link, ...more] = rest
  // A desktop that starts Lull by itself leaves the place of the link empty.
  if (link === undefined && command === null)
    return { kind: 'run', order: { command: 'open' }, profile }
  if (link === undefined || command !== null || more.length > 0 || !isLink(link))
    return mistake('Behind two dashes stands a link of Lull, and nothing else. Try --help.')
  return { kind: 'run', order: { command: 'link', ...readLink(link) }, profile }
}

/** Chromium takes `-name` for a switch as well, and on Windows `/name`, wherever they stand. */
const isSwitch = (arg: string, windows: boolean): boolean =>
  (windows ? /^\s*[-/]/ : /^\s*-/).test(arg)

export const help = `Usage: lull [command] [--profile <folder>]

  (none)           open Lull
  --pause          take a pause
  --note           note a call
  --check-in       how is it now, in two taps
  --mark           mark the running call
  --call-started   for your phone program: a call began
  --call-ended     for your phone program: a call ended
  --lock           lock the journal
  --hide           hide every window, and lock
  --quit           end Lull
  --tray           start in the tray, without a window
  --profile        keep everything in this folder
  --channel        with a call: call, chat, message or visit
  --seconds        with a call: how long it was
  -- <link>        a link of Lull's, as the system hands it over
  --help, --version

With Lull running, a command is handed over to it. Ends with 0 when that worked, 2 for a
command line it doesn't understand, 3 when Lull could not start.
`

const split = (arg: string): [string, string?] => {
  const at = arg.indexOf('=')
  return arg.startsWith('--') && at > 0 ? [arg.slice(0, at), arg.slice(at + 1)] : [arg]
}

const mistake = (sentence: string): CommandLine => ({ kind: 'mistake', sentence })

/** The name of a switch: letters and dashes. A caller's number or name is not repeated. */
const shown = (name: string) =>
  /^--?[a-z][a-z-]{0,39}$/i.test(name) ? `"${name}"` : 'one of these words'
