import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/settings/languages.ts'

/**
 * Every string of every language, in every catalog (design.md, sections 2 and 5). A language that is
 * added needs its own list here: without one the test fails.
 */
interface Rule {
  /** What is looked for, in one sentence of a string. */
  pattern: RegExp
  because: string
  /** Whole strings that may say it, with the reason. */
  except?: Record<string, string>
}

const causes: Record<string, Rule[]> = {
  en: [
    {
      pattern: /\b(why|how come|what for)\b[^?]*\?/i,
      because: 'asks for causes, which feeds brooding',
      except: {
        'Why did or didn’t Lull ask?': 'asks about the program, not about the person',
      },
    },
    {
      pattern:
        /\bwhat (caused|causes|made (you|it|them|this)|led|went wrong|triggered|is wrong)\b[^?]*\?/i,
      because: 'asks for causes in other words',
    },
    {
      pattern: /\b(reasons?|causes?) (for|of|behind) (this|that|it|your|how)\b[^?]*\?/i,
      because: 'asks for causes as a thing',
    },
    {
      pattern:
        /\b(think|ask yourself|write( down)?|explain|describe|say|note|consider|find out|work out|reflect)\b( about| on)? (why|what caused|what went wrong|how come|the reasons?)\b/i,
      because: 'asks for causes without a question mark',
    },
    {
      pattern:
        /\b(what|how) (could|should) you have\b|\bwhat did you do wrong\b|\b(whose|your) fault\?/i,
      because: 'asks for blame',
    },
  ],
}

const judging: Record<string, Rule[]> = {
  en: [
    {
      pattern: /\benough\b/i,
      because: 'measures the person against something',
      except: {
        'not enough lately': 'says how much was logged, in the watch',
      },
    },
    {
      pattern: /\blet(ting)? (it |this |that |them )?go\b/i,
      because: 'tells what to feel',
      except: {
        'Another program holds the file: they leave the disk once that has let go and Lull has closed it.':
          'is said of a program',
      },
    },
    { pattern: /\bshut(ting)? down\b/i, because: 'names a person like a machine' },
    { pattern: /\bthe (hardest|worst) (I|you) know\b/i, because: 'ranks a person’s day' },
    {
      pattern: /!/,
      because: 'raises its voice',
      except: { 'SwyxIt! Classic': 'is what the program is called' },
    },
    {
      pattern:
        /\b(well done|good job|great job|great work|keep it up|proud of you|you rock|awesome|amazing|congratulations|streak)\b/i,
      because: 'cheers, which is a judgement too',
    },
    {
      pattern:
        /\b(overreact\w*|too sensitive|weak(ness)?|lazy|irrational|hysterical|silly|pathetic|calm down|toughen|cheer up|get over|snap out|you failed|your failure)\b/i,
      because: 'judges',
      except: {
        'Calm down.': 'stands in the guide among words to avoid',
        'Telling them to calm down, or how they feel.': 'stands in the guide among words to avoid',
      },
    },
    {
      pattern:
        /\b(disorder|symptoms?|patients?|therap(y|ist|ies|eutic)|trauma\w*|diagnos\w+|coping|burn-?out)\b/i,
      because: 'is a clinic’s word',
      except: {
        'No diagnosis comes out of them. If you wonder about your health, a doctor can tell you more.':
          'says of the self-check what it isn’t, in the word that everybody knows',
      },
    },
  ],
}

const root = join(import.meta.dirname, '../../resources/languages')
const catalogs = globSync('**/*.po', { cwd: root })

interface Said {
  catalog: string
  text: string
}

/** The strings of a catalog as they are shown; where a translation is missing, the English is. */
function stringsOf(catalog: string): Said[] {
  const entries = readFileSync(join(root, catalog), 'utf8').split(/\n\n+/)
  return entries.flatMap((entry) => {
    const of = (field: string) => {
      const found = new RegExp(`^${field} ((?:"(?:[^"\\\\]|\\\\.)*"\\n?)+)`, 'm').exec(entry)
      return (found?.[1] ?? '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): string => JSON.parse(line))
        .join('')
    }
    if (of('msgid') === '') return []
    return [{ catalog, text: of('msgstr') || of('msgid') }]
  })
}

/** In the language of tests the letters wear accents: under them it must be the English. */
const plainOf = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '')

const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/)

const broken = (said: readonly Said[], rules: readonly Rule[]) =>
  said.flatMap(({ catalog, text }) =>
    rules
      .filter(({ pattern, except }) => {
        if (except && Object.hasOwn(except, text)) return false
        return sentencesOf(text).some((sentence) => pattern.test(sentence))
      })
      .map(({ because }) => `${catalog}: "${text}" ${because}`),
  )

/** A typewriter's. Programs, which are typed as they stand, are in no catalog. */
const straight = /['"]/

const languageOf = (catalog: string) => /([a-z]+)\.po$/.exec(catalog)?.[1] ?? ''
const listFor = (rules: Record<string, Rule[]>, language: string) =>
  rules[language === 'pseudo' ? 'en' : language]
const saidIn = (language: string) =>
  catalogs
    .filter((catalog) => languageOf(catalog) === language)
    .flatMap(stringsOf)
    .map((one) => (language === 'pseudo' ? { ...one, text: plainOf(one.text) } : one))

describe('every string', () => {
  it('of every language is in the catalogs, and is looked at', () => {
    expect(new Set(catalogs.map(languageOf))).toEqual(new Set(languages))
    const rooms = catalogs.filter((catalog) => languageOf(catalog) === 'en')
    expect(rooms).toEqual(
      expect.arrayContaining(['en.po', 'guide/en.po', 'main/en.po', 'note/en.po']),
    )
    // As many as `npm run words` counts, line breaks, plurals and all.
    for (const catalog of rooms) {
      const lines = readFileSync(join(root, catalog), 'utf8').match(/^msgid /gm) ?? []
      expect(stringsOf(catalog)).toHaveLength(lines.length - 1)
    }
    expect(saidIn('en').length).toBeGreaterThan(900)
  })

  it.each(languages)('asks nobody for causes (%s)', (language) => {
    const rules = listFor(causes, language)
    expect(rules, `causes: a list for ${language}`).toBeDefined()
    expect(broken(saidIn(language), rules ?? [])).toEqual([])
  })

  it.each(languages)('judges, cheers and diagnoses nobody (%s)', (language) => {
    const rules = listFor(judging, language)
    expect(rules, `judging: a list for ${language}`).toBeDefined()
    expect(broken(saidIn(language), rules ?? [])).toEqual([])
  })

  it.each(languages)('has the quotes and apostrophes of print (%s)', (language) => {
    expect(saidIn(language).filter(({ text }) => straight.test(text))).toEqual([])
  })

  it('of the note asks for no feeling: a word for one comes last, in the journal, or alone', () => {
    const note = stringsOf('note/en.po')
    expect(
      note.filter(({ text }) => /\bfeel(s|ing|ings)?\b|\bmood\b|\bemotion/i.test(text)),
    ).toEqual([])
  })
})

describe('the lists have teeth', () => {
  const one = (text: string): Said[] => [{ catalog: 'a mutant', text }]

  it.each([
    'Why was it so hard?',
    'A few words, if you like. Why did it end so?',
    'What caused it?',
    'What made you angry?',
    'How come it went that way?',
    'What went wrong?',
    'Any reasons for that?',
    'Think about why they shouted.',
    'Write down what caused it.',
    'Explain why.',
    'How could you have handled it?',
    'What should you have said?',
    'Was it your fault?',
  ])('for causes: "%s"', (text) => {
    expect(broken(one(text), causes['en'] ?? [])).not.toEqual([])
    expect(broken(one(plainOf(text)), causes['en'] ?? [])).not.toEqual([])
  })

  it.each([
    'That is enough for now.',
    'Let go of it.',
    'Let it go.',
    'Shut down for today.',
    'The hardest I know.',
    'Kept!',
    'Well done, you are on a streak.',
    'Great job.',
    'You were overreacting.',
    'Calm down first.',
    'Coping with symptoms.',
  ])('for judging: "%s"', (text) => {
    expect(broken(one(text), judging['en'] ?? [])).not.toEqual([])
  })

  it.each(["It's kept.", 'See "Abusive".'])('for straight quotes: %s', (text) => {
    expect(text).toMatch(straight)
  })

  it.each([
    'What would you tell a teammate who just had that?',
    'One thing you did right?',
    'How hard was it?',
    'Together, not why.',
    'Why did or didn’t Lull ask?',
  ])('and leave alone: "%s"', (text) => {
    expect(broken(one(text), [...(causes['en'] ?? []), ...(judging['en'] ?? [])])).toEqual([])
  })
})
