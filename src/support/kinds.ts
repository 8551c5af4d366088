/** Whom an agent can turn to, in the order in which the page asks. */
export const contactKinds = [
  'teammate',
  'lead',
  'security',
  'employee-assistance',
  'union',
  'doctor',
] as const
export type ContactKind = (typeof contactKinds)[number]

export interface Contact {
  kind: ContactKind
  /** Empty where the agent wrote nothing. */
  name: string
  /** A number, a room, a name in the chat: as the agent wrote it. */
  reach: string
}

/** Long enough for a name and two numbers; short enough to stay no diary. */
export const longestContact = 200

export const noContacts: readonly Contact[] = contactKinds.map((kind) => ({
  kind,
  name: '',
  reach: '',
}))
