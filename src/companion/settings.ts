import type { settingMethods } from '../contract/settings.ts'
import type { Handlers, Shapes } from '../door.ts'
import { unsaid } from '../settings/choices.ts'
import { noContacts } from '../support/kinds.ts'
import type { Desk } from './desk.ts'

export const settingHandlers = ({
  state,
  open,
  changed,
  waiting,
  journal,
}: Desk): Handlers<Shapes<typeof settingMethods>> => ({
  'settings.get': () => (state() === 'absent' ? unsaid : open().settings.get()),
  'settings.set': (change) => {
    const { store, settings, questions } = open()
    return changed(
      store.write(() => {
        if (change.work) questions.done('work')
        if (change.gap) questions.done('gap')
        const now = settings.set(change)
        // In one with the choice: where words are off, none can be sealed either.
        if (change.words) journal.sealed.publish(now.words === 'numbers-and-words')
        return now
      }),
    )
  },
  'prompts.log': () =>
    state() === 'absent' ? waiting.decisions.toReversed() : open().decisions.list(),
  'contacts.get': () => (state() === 'absent' ? [...noContacts] : open().contacts.get()),
  'contacts.set': (contact) => changed(open().contacts.set(contact)),
  'question.skip': ({ question }) => {
    open().questions.done(question)
    return changed(null)
  },
})
