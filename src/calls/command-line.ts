/** What a command line asks for. One thing at a time; none means: show yourself. */
export const commands = [
  'call-started',
  'call-ended',
  'mark',
  'pause',
  'note',
  'check-in',
  'lock',
  'hide',
  'quit',
  'tray',
] as const
export type Command = (typeof commands)[number] | 'open'

export type CommandLine =
  | { kind: 'run'; command: Command; profile: string | null }
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

/** The arguments behind the program's own name (and, unpackaged, its folder). Pure. */
export function parseCommandLine(
  args: readonly string[],
  { packaged, windows }: { packaged: boolean; windows: boolean },
): CommandLine {
  let command: Command | null = null
  let profile: string | null = null

  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    const [name, value] = split(arg)
    if (name === '--help') return { kind: 'help' }
    if (name === '--version') return { kind: 'version' }
    if (harmless.has(name) || arg.startsWith('-psn_')) continue
    if (forBuilders.has(name)) {
      if (!packaged) continue
      return mistake(`Lull doesn't start with ${name}: it could open a door to your journal.`)
    }

    if (name === '--profile') {
      const folder = value ?? args[++index] ?? ''
      // Chromium takes `-name` for a switch as well, and on Windows `/name`, wherever they stand.
      const apart = value === undefined
      if (folder === '' || (apart && (windows ? /^\s*[-/]/ : /^\s*-/).test(folder)))
        return mistake('--profile needs a folder: --profile <folder>')
      if (folder.includes('\0')) return mistake('That folder has a name that no disk can hold.')
      if (profile !== null) return mistake('--profile stands twice; one folder, please.')
      profile = folder
      continue
    }

    const known = commands.find((each) => `--${each}` === name)
    if (!known) return mistake(`Lull doesn't know "${shown(arg)}". Try --help.`)
    if (value !== undefined) return mistake(`${name} takes no value.`)
    if (command !== null) return mistake(`One thing at a time: --${command} or ${name}.`)
    command = known
  }
  return { kind: 'run', command: command ?? 'open', profile }
}

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
  --help, --version

With Lull running, a command is handed over to it. Ends with 0 when that worked, 2 for a
command line it doesn't understand, 3 when Lull could not start.
`

const split = (arg: string): [string, string?] => {
  const at = arg.indexOf('=')
  return arg.startsWith('--') && at > 0 ? [arg.slice(0, at), arg.slice(at + 1)] : [arg]
}

const mistake = (sentence: string): CommandLine => ({ kind: 'mistake', sentence })

/** A piece of what was typed: short, and without what could move a terminal's cursor. */
const shown = (arg: string) =>
  arg.length > 40 ? `${printable(arg.slice(0, 40))}…` : printable(arg)
const printable = (text: string) => text.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?')
