/** The wave that the shape breathes on (renderer/pause/Shape.tsx): its control points' times. */
const [first, second] = [0.42, 0.58]

const time = (s: number) => 3 * (1 - s) ** 2 * s * first + 3 * (1 - s) * s ** 2 * second + s ** 3
const height = (s: number) => 3 * (1 - s) * s ** 2 + s ** 3

/** How far the wave has come, 0 to 1, at this share of its time, 0 to 1. */
export function waveAt(share: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (time(middle) < share) low = middle
    else high = middle
  }
  return height((low + high) / 2)
}
