import { t } from '@lingui/core/macro'
import { checkedOn, crisisLines, directory } from '../../src/support/crisis-lines.ts'
import { languageTag } from '../i18n/speak.ts'
import { fullDayOf } from '../i18n/times.ts'
import classes from './Support.module.css'

/** Somebody to talk to at once, by country: numbers to read, nothing that opens or dials. */
export function CrisisLines() {
  const language = languageTag()
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const lines = crisisLines
    .map((line) => ({ ...line, place: countries.of(line.country) ?? line.country }))
    .toSorted((a, b) => a.place.localeCompare(b.place, language))
  const day = fullDayOf(checkedOn)
  return (
    <section className={classes['now']} aria-labelledby="lines">
      <h2 id="lines">{t`Somebody at once`}</h2>
      <p>{t`These lines are for everybody who needs to talk, also when it isn’t the worst hour. If somebody is in danger now, your local emergency number is the right one.`}</p>
      <dl className={classes['lines']}>
        {lines.map(({ country, place, name, call, text }) => (
          <div key={country}>
            <dt>
              <span data-own-words>{place}</span>
              <small data-own-words>{name}</small>
            </dt>
            <dd>
              <bdi data-own-words>{numberWords(call)}</bdi>
              {text !== null && (
                <span>{text === call[0] ? t`or text it` : t`or text ${text}`}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {t`Everywhere else, this address lists lines by country:`}{' '}
        <span className={classes['address']} data-own-words>
          {directory}
        </span>
      </p>
      <p className={classes['quiet']}>
        {t`The numbers were looked up on ${day}. Lull dials nothing and opens nothing; you can mark and copy them.`}
      </p>
    </section>
  )
}

/** `988`, `1553 or 0919 057 1553`. */
function numberWords(call: readonly string[]): string {
  const list = new Intl.ListFormat(languageTag(), { type: 'disjunction' })
  return list.format(call)
}
