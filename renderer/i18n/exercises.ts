import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ExerciseId } from '../../src/breathing/exercises.ts'

/** One sentence for each step of an exercise; when it is shown stands in src/breathing/exercises.ts. */
const steps: Record<ExerciseId, readonly MessageDescriptor[]> = {
  'rest-eyes': [
    msg`Look at something far away: out of a window, or across the room.`,
    msg`Stay there with soft eyes, and blink now and then.`,
  ],
  'shoulders-jaw': [
    msg`Draw your shoulders up a little, only as far as it is comfortable.`,
    msg`Let them sink, and feel how heavy they are.`,
    msg`Let your jaw hang loose, with your lips just apart.`,
    msg`Roll your shoulders back once or twice, slowly.`,
  ],
  'five-things': [
    msg`Feel both your feet on the floor.`,
    msg`Find something that is far away.`,
    msg`Find something round.`,
    msg`Find something in a colour you like.`,
    msg`Find something that hardly makes a sound.`,
    msg`Find something you hadn’t noticed today.`,
  ],
  noticing: [
    msg`Listen: which sounds are there, near and far?`,
    msg`Feel the weight of your hands, wherever they rest.`,
    msg`Notice whatever is there now. Nothing has to change.`,
  ],
  stand: [
    msg`Stand up, in your own time.`,
    msg`Move your weight from one foot to the other, and back.`,
  ],
  stretch: [
    msg`Reach both arms up, as far as it feels good.`,
    msg`Lean a little to one side.`,
    msg`And a little to the other.`,
    msg`Let your arms come down, and shake out your hands.`,
  ],
  window: [
    msg`Go to a window, or to the far end of the room.`,
    msg`Look as far as you can.`,
    msg`Find one thing out there that moves, and follow it for a while.`,
  ],
  water: [msg`Take a sip of water, slowly.`, msg`Feel how cool it is. Take another if you like.`],
}

/** The sentences of an exercise, one for each of its steps. */
export const stepWords = (id: ExerciseId): string[] => steps[id].map((step) => i18n._(step))
