import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHeldAsStick, mountOf, placeOf, type SystemSays } from '../../../src/place/place.ts'

const says = (more: Partial<SystemSays>): SystemSays => ({
  platform: 'linux',
  path: '/home/ana/Lull journal',
  home: '/home/ana',
  env: {},
  mounts: null,
  removable: null,
  marks: [],
  dropbox: null,
  ...more,
})

/** The first seven lines were recorded on Debian 12; the others follow proc_pid_mountinfo(5). */
const mountinfo = `22 27 0:21 / /proc rw,relatime - proc proc rw
24 27 0:6 / /dev rw,relatime - devtmpfs devtmpfs rw,size=12334524k,nr_inodes=3083631,mode=755
25 24 0:23 / /dev/shm rw,relatime - tmpfs tmpfs rw,size=24684096k
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard,resv_strict,resuid=65534,resgid=65534
30 25 0:27 / /dev/shm rw,relatime - tmpfs tmpfs rw,size=24684096k
31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
38 31 0:35 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
60 27 8:17 / /media/ana/BLUE\\040STICK rw,nosuid,nodev,relatime shared:201 - vfat /dev/sdb1 rw,uid=1000
61 27 0:52 / /mnt/nfs rw,relatime shared:2 - nfs4 server:/export rw,vers=4.2
62 27 0:53 / /mnt/cifs rw,relatime - cifs //server/share rw,vers=3.1.1
63 27 0:54 / /mnt/smb rw,relatime - smb3 //server/share rw
64 27 0:55 / /mnt/c rw,noatime - 9p C:\\134 rw,aname=drvfs
65 27 0:56 / /home/ana/far rw,nosuid,nodev,relatime - fuse.sshfs ana@far: rw,user_id=1000
66 27 0:57 / /run/user/1000/gvfs rw,nosuid,nodev,relatime - fuse.gvfsd-fuse gvfsd-fuse rw
67 27 0:58 / /mnt/dav rw,relatime - fuse.davfs https://files.example/ rw
68 27 0:59 / /mnt/crypt rw,relatime - fuse.gocryptfs /home/ana/.crypt rw
69 27 0:60 / /pool rw,relatime - zfs pool rw
70 27 8:33 / /mnt/ntfs rw,relatime - fuseblk /dev/sdc1 rw
`

describe('what a folder lies on, on Linux', () => {
  it.each([
    ['/home/ana/Lull journal', false, 'disk'],
    ['/media/ana/BLUE STICK/Lull journal', true, 'removable'],
    ['/media/ana/BLUE STICKS', false, 'disk'],
    ['/mnt/nfs', null, 'network'],
    ['/mnt/cifs/deep/in/it', null, 'network'],
    ['/mnt/smb/x', null, 'network'],
    ['/mnt/c/Users/ana', null, 'network'],
    ['/home/ana/far/x', null, 'network'],
    ['/run/user/1000/gvfs/smb-share:server=s', null, 'network'],
    ['/mnt/dav/x', null, 'network'],
    ['/mnt/crypt/x', null, 'unknown'],
    ['/pool/ana', null, 'disk'],
    ['/mnt/ntfs/x', null, 'disk'],
    ['/dev/shm/x', null, 'disk'],
  ] as const)('%s (to be taken out: %s): %s', (path, removable, ground) => {
    expect(placeOf(says({ path, removable, mounts: mountinfo })).ground).toBe(ground)
  })

  it('is unknown where the kernel says nothing', () => {
    expect(placeOf(says({})).ground).toBe('unknown')
    expect(placeOf(says({ mounts: 'no such thing' })).ground).toBe('unknown')
  })

  it('is by the mount that covers the others, with blanks in its name', () => {
    expect(mountOf('/dev/shm/x', mountinfo)).toMatchObject({ device: '0:27' })
    expect(mountOf('/media/ana/BLUE STICK', mountinfo)?.source).toBe('/dev/sdb1')
  })
})

describe('on macOS', () => {
  const mounts = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
/dev/disk4s1 on /Volumes/BLUE (STICK) (msdos, local, nodev, nosuid, noowners)
//ana@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by ana)
server:/export on /Volumes/nfs (nfs, nodev, nosuid)
`
  it.each([
    ['/Users/ana/Documents', 'disk'],
    ['/Volumes/BLUE (STICK)/Lull journal', 'removable'],
    ['/volumes/share/x', 'network'],
    ['/Volumes/nfs', 'network'],
  ] as const)('%s: %s', (path, ground) => {
    expect(placeOf(says({ platform: 'darwin', path, mounts })).ground).toBe(ground)
  })
})

describe('on Windows', () => {
  const env = {
    SystemDrive: 'C:',
    APPDATA: 'C:\\Users\\Ana\\AppData\\Roaming',
    LOCALAPPDATA: 'C:\\Users\\Ana\\AppData\\Local',
    OneDriveCommercial: 'C:\\Users\\Ana\\OneDrive - Northwind',
  }
  it.each([
    ['C:\\Users\\Ana\\AppData\\Local\\Lull\\journal', 'disk', null, false],
    ['c:\\Users\\ana\\appdata\\roaming\\x', 'disk', null, true],
    ['\\\\server\\home\\ana', 'network', null, false],
    ['\\\\?\\UNC\\server\\home', 'network', null, false],
    ['//server/home', 'network', null, false],
    ['\\\\?\\C:\\Users\\Ana', 'disk', null, false],
    ['E:\\Lull journal', 'unknown', null, false],
    ['C:\\Users\\Ana\\OneDrive - Northwind\\x', 'disk', 'OneDrive', false],
    ['C:\\Users\\Ana\\iCloudDrive\\x', 'disk', 'iCloud', false],
    ['G:\\My Drive\\x', 'unknown', 'Google Drive', false],
  ] as const)('%s: %s, %s', (path, ground, sync, roams) => {
    expect(placeOf(says({ platform: 'win32', path, env }))).toEqual({ ground, sync, roams })
  })
})

describe('a folder that a service copies', () => {
  it.each([
    [{ path: '/home/ana/Dropbox (Northwind)/x' }, 'Dropbox'],
    [
      {
        path: '/srv/box/x',
        dropbox: '{"personal": {"path": "/srv/box", "host": 1}, "other": null}',
      },
      'Dropbox',
    ],
    [{ path: '/srv/x', dropbox: 'not a list' }, null],
    [{ marks: ['.stfolder'] }, 'Syncthing'],
    [{ marks: ['._sync_7ac21ffe3d2b.db'] }, 'Nextcloud'],
    [{ marks: ['.sync_7ac21ffe3d2b.db'] }, 'Nextcloud'],
    [{ path: '/home/ana/Nextcloud2/x' }, 'Nextcloud'],
    [
      {
        platform: 'darwin',
        home: '/Users/ana',
        path: '/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/x',
      },
      'iCloud',
    ],
    [
      {
        platform: 'darwin',
        home: '/Users/ana',
        path: '/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/x',
      },
      'Google Drive',
    ],
    [
      {
        platform: 'darwin',
        home: '/Users/ana',
        path: '/Users/ana/Library/CloudStorage/Northwind-Files/x',
      },
      'another',
    ],
    [{ path: '/home/ana/Documents/megabox' }, null],
  ] as const)('%j: %s', (more, sync) => {
    expect(placeOf(says(more)).sync).toBe(sync)
  })
})

describe('any path and any list of mounts', () => {
  it('has an answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('linux', 'darwin', 'win32', 'freebsd'),
        fc.string(),
        fc.option(fc.string({ maxLength: 300 })),
        (platform, path, mounts) => {
          expect(placeOf(says({ platform, path, mounts })).ground).toMatch(/^[a-z]+$/)
        },
      ),
    )
  })
})

describe('a journal', () => {
  const at = (ground: 'disk' | 'removable' | 'network' | 'unknown') =>
    ({ ground, sync: null, roams: false }) as const
  it.each([
    ['disk', true, false],
    ['disk', false, false],
    ['removable', true, true],
    ['network', true, true],
    ['unknown', true, false],
    ['unknown', false, true],
  ] as const)('on %s (at its usual place: %s) is held as on a stick: %s', (ground, usual, held) => {
    expect(isHeldAsStick(at(ground), usual)).toBe(held)
  })
})
