import { t } from '@lingui/core/macro'
import { useId, useState } from 'react'
import type { Contact, Settings } from '../../src/contract.ts'
import { longestContact } from '../../src/support/kinds.ts'
import { Button } from '../components/Button.tsx'
import field from '../components/Field.module.css'
import { contactName } from '../i18n/main/names.ts'
import type { Main } from '../state/main.ts'
import { CrisisLines } from './CrisisLines.tsx'
import main from './Main.module.css'
import classes from './Support.module.css'

interface SupportProps {
  /** Null while the journal is locked: the contacts lie in it. */
  contacts: readonly Contact[] | null
  words: Settings['words'] | null
  /** Contacts are kept in the journal; before there is one, there is nowhere to keep them. */
  hasJournal: boolean
  main: Main
}

/** People to talk to: those the agent wrote down, and somebody at once. Always there, never prompted. */
export default function Support({ contacts, words, hasJournal, main: screen }: SupportProps) {
  return (
    <>
      <header>
        <h1>{t`Talk to someone`}</h1>
        <p className={main['lead']}>{t`You don’t have to sort this out alone.`}</p>
      </header>
      <Written contacts={contacts ?? []} />
      <CrisisLines />
      <section className={classes['part']} aria-labelledby="write">
        <h2 id="write">{t`Write down your people`}</h2>
        {contacts === null ? (
          <>
            <p>{t`They lie in your journal. Unlock it to see them.`}</p>
            <p>
              <Button onClick={() => screen.open('unlock')}>{t`Unlock`}</Button>
            </p>
          </>
        ) : !hasJournal ? (
          <p>{t`They lie in your journal, and come with your first entry.`}</p>
        ) : words === 'numbers-and-words' ? (
          contacts.map((contact) => (
            <ContactFields
              key={contact.kind}
              contact={contact}
              onKeep={(change) => void screen.setContact(contact.kind, change)}
            />
          ))
        ) : (
          <>
            <p>
              {words === 'unasked'
                ? t`A name is a word too. Choose in Settings whether words may be kept at this desk.`
                : t`You keep numbers only at this desk, so nothing can be written here. That can be changed in Settings.`}
            </p>
            <p>
              <Button onClick={() => screen.go('settings')}>{t`Open Settings`}</Button>
            </p>
          </>
        )}
      </section>
      <section className={classes['part']} aria-labelledby="incident">
        <h2 id="incident">{t`When somebody was abusive`}</h2>
        <p>{t`If you ever want to report it, your journal can be counted out as a page with days and hours. You never have to show it to anyone.`}</p>
        <p>
          <Button onClick={() => screen.go('incident')}>{t`Incident note`}</Button>
        </p>
      </section>
    </>
  )
}

/** Who was written down, first thing to be read. */
function Written({ contacts }: { contacts: readonly Contact[] }) {
  const written = contacts.filter(({ name, reach }) => name !== '' || reach !== '')
  if (written.length === 0) return null
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t`Your people`}</h2>
      <dl className={classes['lines']}>
        {written.map(({ kind, name, reach }) => (
          <div key={kind}>
            <dt>
              {contactName(kind)}
              {name !== '' && <small data-own-words>{name}</small>}
            </dt>
            <dd data-own-words>{reach}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface ContactFieldsProps {
  contact: Contact
  onKeep: (change: Partial<Pick<Contact, 'name' | 'reach'>>) => void
}

function ContactFields({ contact: { kind, name, reach }, onKeep }: ContactFieldsProps) {
  const id = useId()
  return (
    <div className={classes['person']} role="group" aria-labelledby={id}>
      <span id={id}>{contactName(kind)}</span>
      <ContactField label={t`Name`} value={name} onKeep={(value) => onKeep({ name: value })} />
      <ContactField
        label={t`How to reach them`}
        value={reach}
        onKeep={(value) => onKeep({ reach: value })}
      />
    </div>
  )
}

interface ContactFieldProps {
  label: string
  value: string
  onKeep: (value: string) => void
}

/** Kept once it is left, or with Enter. */
function ContactField({ label, value, onKeep }: ContactFieldProps) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    setTyped(value)
  }
  function keep() {
    const trimmed = typed.trim()
    if (trimmed !== value) onKeep(trimmed)
  }
  return (
    <label className={field['named']}>
      {label}
      <input
        className={field['field']}
        value={typed}
        maxLength={longestContact}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
    </label>
  )
}
