import { t } from '@lingui/core/macro'
import type { Place, SyncService } from '../../../src/place/kinds.ts'
import type { MoveProblem } from '../../../src/ports.ts'

/** What is to be known of a place, a sentence each; none where there is nothing to say. */
export function placeWords({ ground, sync, roams }: Place): string[] {
  const said: string[] = []
  if (sync !== null) {
    const service = serviceName(sync)
    said.push(
      t`${service} copies this folder to other computers. If Lull is open on two of them at once, one can lose what the other one kept.`,
      t`${service} also keeps older versions of files. Words that you delete here stay in those, where Lull can’t reach them. All of it is encrypted.`,
    )
  }
  if (roams)
    said.push(
      t`Windows copies this folder to a server when you log out, and to the next computer. Copies and older versions stay there, out of Lull’s reach, encrypted.`,
    )
  if (ground === 'removable')
    said.push(
      t`This is a stick or a drive that can be unplugged. Lull then writes in a slower, safer way. Lock your journal before you pull it out.`,
    )
  if (ground === 'network')
    said.push(
      t`This is a network drive. Lull writes here as on a stick, but such drives don’t always keep their promises. A folder on this computer is safer.`,
    )
  if (ground === 'unknown')
    said.push(
      t`Lull can’t tell what kind of drive this is. If it can be unplugged, lock your journal before you pull it out.`,
    )
  return said
}

const serviceName = (sync: SyncService): string =>
  sync === 'another' ? t`A service that copies files` : sync

export function moveProblemWords(problem: MoveProblem): string {
  switch (problem) {
    case 'network':
      return t`This is a network drive, so your journal stays where it is. While it is open it needs a disk that locks files and keeps them in order, and network drives only promise that. Choose a folder on this computer or on a stick.`
    case 'inside-itself':
      return t`That is where your journal lies already, or inside it. Choose another folder.`
    case 'journal-there':
      return t`Another journal lies in that folder. Nothing was changed. Choose another folder; two journals are put together under “Bring in”.`
    case 'name-taken':
      return t`Something else with the name “Lull journal” lies there. Nothing was changed. Choose another folder.`
    case 'not-writable':
      return t`Lull may not write in that folder. Nothing was changed. Choose another one.`
    case 'no-room':
      return t`There isn’t room for your journal there. Nothing was changed. Make some room, or choose another folder.`
  }
}
