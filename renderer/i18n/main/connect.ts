import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, t } from '@lingui/core/macro'
import type { Field, ProductId } from '../../../src/calls/products.ts'
import type { CallEvent, CallSource, ThrownKind } from '../../../src/calls/signal.ts'
import { languageTag } from '../speak.ts'
import type { Arrived, MicrophoneTool } from '../../../src/ports.ts'

const products: Record<ProductId, { name: MessageDescriptor; where: MessageDescriptor }> = {
  'go-integrator': {
    name: msg`Go Integrator`,
    where: msg`In its settings, add a custom event of the category Call for the state Completed, in both directions, and let it run a program. A second one, for the state in which a call is answered, tells of the start.`,
  },
  swyx: {
    name: msg`SwyxIt! Classic`,
    where: msg`Edit the skin, and give the event “Connection terminated”, external and internal, an action that opens a web address. If your version has an event for a connection that was made, give it the other one.`,
  },
  procall: {
    name: msg`estos ProCall`,
    where: msg`In the settings, make two user-defined actions, one to a line below: the program goes into “Application”, the parameters into “Command line”, and none of its fields for number or name. Then, under Actions, choose them for “When call is answered” and “At the end of a call”.`,
  },
  'global-ip-tel': {
    name: msg`Global IP Tel softphone`,
    where: msg`Into its Action URLs. The sign “ext:” makes it hand the address to the system.`,
  },
  'amazon-connect': {
    name: msg`Amazon Connect`,
    where: msg`Into the page that holds the contact panel, after connect.core.initCCP of Amazon Connect Streams.`,
  },
  'twilio-flex': {
    name: msg`Twilio Flex`,
    where: msg`Into the init function of a Flex plugin, which is given the manager.`,
  },
  genesys: {
    name: msg`Genesys Cloud, Embeddable Framework`,
    where: msg`Into initialSetup of the framework.js of your integration. “connect” is what examples show; that “disconnect” comes at the end, we have only read.`,
  },
  salesforce: {
    name: msg`Salesforce console`,
    where: msg`Into a custom console component that loads the Console Integration Toolkit. It hears calls that a softphone of the console takes.`,
  },
}

const fields: Record<Field, MessageDescriptor> = {
  program: msg`The program`,
  'parameters-started': msg`Parameters, when a call is answered`,
  'parameters-ended': msg`Parameters, when a call has ended`,
  'link-started': msg`The address, when a call is answered`,
  'link-ended': msg`The address, when a call has ended`,
  config: msg`The lines`,
  script: msg`The script`,
}

const events: Record<CallEvent, MessageDescriptor> = {
  started: msg`A call began`,
  ended: msg`A call ended`,
  marked: msg`A call was marked`,
}
const sources: Record<CallSource, MessageDescriptor> = {
  shortcut: msg`by your keys`,
  tray: msg`from the tray`,
  command: msg`by a command`,
  link: msg`by a link`,
  microphone: msg`by the microphone`,
}
const kinds: Record<ThrownKind, MessageDescriptor> = {
  number: msg`a number`,
  name: msg`a name`,
  address: msg`an address`,
  id: msg`an identifier`,
  empty: msg`an empty field`,
  other: msg`something else`,
}
const outcomes: Record<Arrived['outcome'], MessageDescriptor> = {
  heard: msg`Heard.`,
  'too-soon': msg`Passed over: a link is heard at most once in 20 seconds.`,
  'told-already': msg`Passed over: that was told already.`,
  'call-goes-on': msg`Passed over: the call goes on, as another way says.`,
  'switched-off': msg`Passed over: links are switched off.`,
  'wrong-code': msg`Passed over: it doesn’t carry the code of this computer.`,
  'not-understood': msg`Passed over: it names nothing that Lull knows.`,
}
const tools: Record<MicrophoneTool, MessageDescriptor> = {
  windows: msg`Windows keeps a list of the programs that use a microphone, and since when. Lull asks for that list every three seconds. Not tried by us on Windows yet.`,
  pulse: msg`Lull asks the sound server with pactl, every three seconds, whether a program is recording. Tried with PulseAudio and made-up devices, not with a real headset.`,
  pipewire: msg`Lull asks PipeWire with pw-dump, every three seconds, whether a program is recording. Tried with made-up devices, not with a real headset.`,
}

export const productName = (id: ProductId): string => i18n._(products[id].name)
/** Where to paste it, in the product's own words. */
export const productWhere = (id: ProductId): string => i18n._(products[id].where)
export const eventName = (event: CallEvent): string => i18n._(events[event])
export const fieldName = (field: Field): string => i18n._(fields[field])
export const sourceName = (source: CallSource): string => i18n._(sources[source])
export const outcomeWords = (outcome: Arrived['outcome']): string => i18n._(outcomes[outcome])
export const toolWords = (tool: MicrophoneTool): string => i18n._(tools[tool])

export function arrivedWords({ event, source }: Pick<Arrived, 'event' | 'source'>): string {
  const by = sourceName(source)
  if (event === null) return t`Something came ${by}`
  const what = eventName(event)
  return t`${what}, ${by}`
}

/** Null where nothing was. */
export function thrownWords(thrown: readonly ThrownKind[]): string | null {
  if (thrown.length === 0) return null
  const what = thrown.map((kind) => i18n._(kinds[kind])).join(', ')
  return t`Thrown away: ${what}.`
}

/** `14:32:07`, in the computer's zone. */
export const timeWithSecondsOf = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)

/** The sentences that the page and docs/connect.md share. */
export const connectWords = {
  lead: () =>
    t`So that Lull knows when a call begins and when it is over. It takes nothing else but the kind of contact and its length, where they are told: a number, a name or a result that comes along is thrown away at the door.`,
  command: () =>
    t`For phone programs that can run a program. What they add behind it, such as the caller’s number, is thrown away, unless it looks like a switch: then nothing is heard at all.`,
  commandMore: () =>
    t`“--seconds 95” says how long the call was, and “--channel chat” what it was: call, chat, message or visit. Both can be left out.`,
  link: () =>
    t`For phone programs and pages that can open a web address. A link of Lull’s carries a code that only this computer knows, and each of its three kinds is heard at most once in 20 seconds.`,
  linkUnsure: () =>
    t`Any page that has the code can open it, so a link alone is not believed: while it says that a call runs, Lull brings no card by itself, and that is all. What you opened stays. Once you mark the call with your own key, or a command or the microphone tells the same, it counts like any other.`,
  linkRegister: () =>
    t`Switching it on writes Lull into this system’s list of programs for links; switching it off takes it out again on Windows and macOS. On Linux the list keeps it, and Lull doesn’t listen.`,
  microphone: () =>
    t`For every phone program without a way of its own. It sees that a microphone is in use, never what is said, and it opens no microphone itself.`,
  microphoneLimits: () =>
    t`It can’t tell a call from a meeting or a voice message, and a muted microphone is still in use. A call that is under way when you switch it on isn’t seen. A start is told after 3 seconds, an end after 5.`,
  microphoneNone: () =>
    t`On this system nothing can be asked without special rights, so there is no such way here.`,
  microphoneMac: () =>
    t`On macOS nothing can be asked without special rights, so there is no such way there.`,
  pages: () =>
    t`This goes into a page that somebody at your work looks after; show them these lines. They can read the code in it, and nothing of what Lull keeps. Your browser asks before it opens the first link: allow it for that page. It may hold a link back until you have clicked or typed there. Those who manage Chrome or Edge can allow it with the policy AutoLaunchProtocolsFromOrigins.`,
  notTried: () => t`Written from its documentation, and not tried by us.`,
  desk: () =>
    t`Desk phones: they call an address in the network, and Lull listens at none. Use your shortcut.`,
  microsip: () =>
    t`MicroSIP’s own hooks: it hands the caller’s name to the Windows shell, and a caller could choose it. Use the microphone or your shortcut.`,
  unknown: () =>
    t`3CX, Zoiper, Linphone, Bria and innovaphone: we found no way to run something at the end of a call that is sure to work. Use the microphone or your shortcut.`,
  keys: () =>
    t`Your shortcut “Tough one” and Lull’s menu in the tray always work, without any of this.`,
}
