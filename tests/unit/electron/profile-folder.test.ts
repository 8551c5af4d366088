import { describe, expect, it } from 'vitest'
import { profileFolder, type Place } from '../../../electron/profile-folder.ts'

const linux: Place = {
  profile: null,
  packaged: true,
  platform: 'linux',
  execPath: '/media/stick/lull/lull',
  appImage: undefined,
  exists: () => true,
}

describe('the folder that holds everything', () => {
  it.each<[string, Partial<Place>, string | null]>([
    ['`data` beside the program', {}, '/media/stick/lull/data'],
    [
      '`data` beside the AppImage, not where that unpacked itself',
      { execPath: '/tmp/.mount_x/lull', appImage: '/media/stick/Lull.AppImage' },
      '/media/stick/data',
    ],
    [
      '`data` beside the app of macOS',
      { platform: 'darwin', execPath: '/Volumes/S/Lull.app/Contents/MacOS/Lull' },
      '/Volumes/S/data',
    ],
    [
      '`data` beside the exe, under whatever letter the stick has today',
      { platform: 'win32', execPath: 'E:\\Lull\\Lull.exe' },
      'E:\\Lull\\data',
    ],
    ['what --profile names, before any `data`', { profile: '/home/a/x' }, '/home/a/x'],
    ['what --profile names, without a slash at its end', { profile: '/home/a/x/' }, '/home/a/x'],
    ['what --profile names, from a drive’s root', { profile: 'D:\\', platform: 'win32' }, 'D:\\'],
    ['the system’s own place, where there is no `data`', { exists: () => false }, null],
    ['the system’s own place, while Lull is being built', { packaged: false }, null],
  ])('is %s', (_what, place, folder) => {
    expect(profileFolder({ ...linux, ...place })).toBe(folder)
  })

  it('is meant from where one stands, when --profile names it so', () => {
    expect(profileFolder({ ...linux, profile: 'here' })).toBe(`${process.cwd()}/here`)
  })
})
