/** Somebody to talk to at once, by country. A static list: nothing is looked up, nothing is opened. */
export interface CrisisLine {
  /** ISO 3166, for the country's name in the agent's language. */
  country: string
  /** As the line calls itself. */
  name: string
  /** Numbers to call, the shortest first. */
  call: readonly string[]
  /** A number to text, where there is one. */
  text: string | null
  /** The page on which this number was found on the day of `checkedOn`. */
  source: string
}

/** The day on which each number was last looked up in its source. Looked up anew for each release. */
export const checkedOn = '2026-11-24'

/** Where the list has nothing for a country. */
export const directory = 'findahelpline.com'

export const crisisLines: readonly CrisisLine[] = [
  {
    country: 'AU',
    name: 'Lifeline',
    call: ['13 11 14'],
    text: '0477 13 11 14',
    source: 'https://lifeinmind.org.au/news/lifelines-crisis-text-service-now-available-24-7',
  },
  {
    country: 'CA',
    name: '9-8-8: Suicide Crisis Helpline',
    call: ['988'],
    text: '988',
    source: 'https://mentalhealthcommission.ca/catalyst/988-launches-in-canada/',
  },
  {
    country: 'IN',
    name: 'Tele MANAS',
    call: ['14416'],
    text: null,
    source:
      'https://theshillongtimes.com/2025/02/07/tele-manas-mental-health-helpline-handles-over-18-1-lakh-calls-centre/',
  },
  {
    country: 'IE',
    name: 'Samaritans',
    call: ['116 123'],
    text: null,
    source:
      'https://www.irishexaminer.com/breakingnews/ireland/samaritans-answer-29m-calls-since-2014-charity-to-play-crucial-role-in-new-mental-help-phone-service-914684.html',
  },
  {
    country: 'NZ',
    name: '1737, Need to talk?',
    call: ['1737'],
    text: '1737',
    source: 'https://www.pegasus.health.nz/?p=6300',
  },
  {
    country: 'PH',
    name: 'NCMH Crisis Hotline',
    call: ['1553', '0919 057 1553', '0917 899 8727'],
    text: null,
    source: 'https://www.sunstar.com.ph/cebu/nearly-700-call-ncmh-during-the-holidays',
  },
  {
    country: 'SG',
    name: 'Samaritans of Singapore',
    call: ['1767'],
    text: null,
    source: 'https://www.daily8.com/en/hashtag/SamaritansOfSingapore',
  },
  {
    country: 'ZA',
    name: 'SADAG Suicide Crisis Helpline',
    call: ['0800 567 567'],
    text: null,
    source:
      'https://m.tonight.co.za/lifestyle/health/mind/heres-how-suicide-is-preventable-world-suicide-prevention-day-7d431702-b601-449a-a83c-bf7aa27f2460',
  },
  {
    country: 'GB',
    name: 'Samaritans',
    call: ['116 123'],
    text: null,
    source: 'https://www.samaritans.org/how-we-can-help/contact-samaritan/',
  },
  {
    country: 'US',
    name: '988 Suicide & Crisis Lifeline',
    call: ['988'],
    text: '988',
    source:
      'https://www.mcphs.edu/student-life/counseling-services/emergency-services/988-suicide-and-crisis-lifeline',
  },
]
