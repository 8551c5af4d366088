import { i18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { techniqueWords } from '../../../renderer/i18n/guide/techniques.ts'
import { say } from '../../../renderer/i18n/guide/text.ts'
import {
  channelName,
  feelingName,
  outcomeName,
  pleasantWords,
  reactionName,
  stirredWords,
  techniqueName,
  triggerName,
} from '../../../renderer/i18n/main/details.ts'
import { techniqueIds } from '../../../src/guidance/guide.ts'
import { channels, feelingWords, outcomes, reactions, triggers } from '../../../src/notes/kinds.ts'
import { works } from '../../../src/settings/choices.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

describe('the words for what is said of a note', () => {
  it('name each technique as the guide does, in every channel', () => {
    for (const technique of techniqueIds)
      for (const work of works)
        expect(techniqueName(technique, work)).toBe(say(techniqueWords[technique].name, work))
  })

  it('name no two answers of one question alike', () => {
    for (const names of [
      channels.map(channelName),
      triggers.map(triggerName),
      outcomes.map(outcomeName),
      reactions.map(reactionName),
      feelingWords.map(feelingName),
    ])
      expect(new Set(names).size).toBe(names.length)
  })

  it('cover a slider from end to end, in five steps', () => {
    for (const inWords of [pleasantWords, stirredWords]) {
      const all = Array.from({ length: 101 }, (_, value) => inWords(value))
      expect(new Set(all).size).toBe(5)
      expect(all[0]).toBe(all[19])
      expect(all[100]).toBe(all[80])
    }
  })
})
