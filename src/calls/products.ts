/**
 * What to paste into a phone program, so that it tells Lull of its calls. The page "Connect your
 * phone" and docs/connect.md are both made from this. Pure. What is known of each program, and from
 * where, stands in its `source`; none of them was tried by us.
 */
import { linkFor } from './link.ts'
import { lineOf, parametersOf, type Program } from './programs.ts'
import type { CallEvent } from './signal.ts'

export const productIds = [
  'go-integrator',
  'swyx',
  'procall',
  'global-ip-tel',
  'amazon-connect',
  'twilio-flex',
  'genesys',
  'salesforce',
] as const
export type ProductId = (typeof productIds)[number]

/** Where a text belongs; the words for these live in renderer/i18n. */
export type Field =
  | 'program'
  | 'parameters-started'
  | 'parameters-ended'
  | 'link-started'
  | 'link-ended'
  | 'config'
  | 'script'
export interface Paste {
  field: Field
  text: string
}

export interface Product {
  id: ProductId
  /** By which of Lull's doors it can come. */
  door: 'command' | 'link'
  /** Whether it goes into a page that somebody at work looks after. */
  isPage: boolean
  /** Where its way of telling is described. */
  source: string
}

export const products: readonly Product[] = [
  {
    id: 'go-integrator',
    door: 'command',
    isPage: false,
    source: 'Mondago, Go Integrator, custom events',
  },
  { id: 'swyx', door: 'link', isPage: false, source: 'help.enreach.com, SwyxIt! Classic, skins' },
  { id: 'procall', door: 'command', isPage: false, source: 'help.estos.com, ProCall 8, actions' },
  {
    id: 'global-ip-tel',
    door: 'link',
    isPage: false,
    source: 'manual.globaliptel.com, Action URLs',
  },
  {
    id: 'amazon-connect',
    door: 'link',
    isPage: true,
    source: 'github.com/amazon-connect/amazon-connect-streams, Documentation.md',
  },
  {
    id: 'twilio-flex',
    door: 'link',
    isPage: true,
    source: 'twilio.github.io/twilio-taskrouter.js, Reservation',
  },
  {
    id: 'genesys',
    door: 'link',
    isPage: true,
    source: 'developer.genesys.cloud, Embeddable Framework, interaction events',
  },
  {
    id: 'salesforce',
    door: 'link',
    isPage: true,
    source: 'developer.salesforce.com, Console Integration Toolkit, CTI methods',
  },
]

/** At this desk: the program, and the code of its links where they are on. */
export interface Desk {
  program: Program
  windows: boolean
  code: string
}

/** Stands where the code of the links belongs, until they are switched on. */
export const noCode = 'CODE'

const commands = { started: '--call-started', ended: '--call-ended', marked: '--mark' } as const

export const commandOf = ({ program, windows }: Desk, event: CallEvent): string =>
  lineOf(program, commands[event], windows)

/** What to paste, in the order of a person's hands. */
export function pastesFor(id: ProductId, desk: Desk): readonly Paste[] {
  const { program, windows, code } = desk
  switch (id) {
    case 'go-integrator':
    case 'procall':
      return [
        { field: 'program', text: program.path },
        { field: 'parameters-started', text: parametersOf(program, commands.started, windows) },
        { field: 'parameters-ended', text: parametersOf(program, commands.ended, windows) },
      ]
    case 'swyx':
      return [
        { field: 'link-started', text: linkFor('started', code) },
        { field: 'link-ended', text: linkFor('ended', code) },
      ]
    case 'global-ip-tel':
      return [
        {
          field: 'config',
          text: [
            '[OnCallConnected]',
            `1=ext:${linkFor('started', code)}`,
            '[OnCallDisconnected]',
            `1=ext:${linkFor('ended', code)}&seconds=$CallDurationSeconds`,
          ].join('\n'),
        },
      ]
    case 'amazon-connect':
      return script(code, [
        'connect.contact((contact) => {',
        '  if (contact.getType() !== connect.ContactType.VOICE) return',
        "  contact.onConnected(() => lull('started'))",
        "  contact.onEnded(() => lull('ended'))",
        '})',
      ])
    case 'twilio-flex':
      return script(code, [
        "manager.workerClient.on('reservationCreated', (reservation) => {",
        "  if (reservation.task.taskChannelUniqueName !== 'voice') return",
        "  reservation.on('accepted', () => lull('started'))",
        "  reservation.on('wrapup', () => lull('ended'))",
        '})',
      ])
    case 'genesys':
      return script(code, [
        'window.PureCloud.subscribe([',
        '  {',
        "    type: 'Interaction',",
        '    callback: (category) => {',
        "      if (category === 'connect') lull('started')",
        "      if (category === 'disconnect') lull('ended')",
        '    },',
        '  },',
        '])',
      ])
    case 'salesforce':
      return script(code, [
        "sforce.console.cti.onCallBegin(() => lull('started'))",
        "sforce.console.cti.onCallEnd(() => lull('ended'))",
      ])
  }
}

/** A page opens the link without leaving itself: the browser hands it to the system. */
const script = (code: string, lines: readonly string[]): Paste[] => [
  {
    field: 'script',
    text: [
      'const lull = (event) => {',
      `  location.href = \`lull-call://\${event}?code=${code}\``,
      '}',
      ...lines,
    ].join('\n'),
  },
]
