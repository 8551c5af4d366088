import type { Ground, Place, SyncService } from './kinds.ts'

/** What a system says about a folder, as it says it. */
export interface SystemSays {
  platform: string
  /** The folder, or the nearest one above it that is there, with no link left in it. */
  path: string
  home: string
  /** The names that systems and services have for their folders, such as `OneDrive` and `APPDATA`. */
  env: Readonly<Record<string, string | undefined>>
  /** Linux: /proc/self/mountinfo. macOS: what `mount` writes. Null where neither could be had. */
  mounts: string | null
  /** Linux: whether the disk under it can be taken out. Null where nobody says. */
  removable: boolean | null
  /** Names in the folder and in those above it that a service leaves there, of `marks`. */
  marks: readonly string[]
  /** Dropbox's own list of its folders, info.json. */
  dropbox: string | null
}

/** Pure: what kind of place a folder is. */
export const placeOf = (says: SystemSays): Place => ({
  ground: groundOf(says),
  sync: syncOf(says),
  roams: says.platform === 'win32' && isUnder(says.path, says.env['APPDATA'], says.platform),
})

function groundOf(says: SystemSays): Ground {
  switch (says.platform) {
    case 'linux':
      return linuxGround(says)
    case 'darwin':
      return macGround(says)
    case 'win32':
      return windowsGround(says)
    default:
      return 'unknown'
  }
}

/** One line of mountinfo (proc_pid_mountinfo(5)). */
export interface Mount {
  /** Major and minor number of its device: `8:1`. */
  device: string
  at: string
  type: string
  source: string
}

/** The mount that a path lies on: of several at one place the last one covers the others. */
export function mountOf(path: string, mountinfo: string): Mount | null {
  let found: Mount | null = null
  for (const line of mountinfo.split('\n')) {
    const [left = '', right = ''] = line.split(' - ')
    const [, , device, , at] = left.split(' ')
    const [type, source] = right.split(' ')
    if (device === undefined || at === undefined || type === undefined) continue
    const mount = { device, at: unescaped(at), type, source: unescaped(source ?? '') }
    if (isUnder(path, mount.at, 'linux') && mount.at.length >= (found?.at.length ?? 0))
      found = mount
  }
  return found
}

/** Blanks and the like stand there as octal numbers. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))

/** File systems of another computer's disk, or of the host's of a virtual one: no locks to build on. */
const networkTypes: readonly RegExp[] = [
  /^(nfs4?|cifs|smb3?|smbfs|ncpfs|afs|ceph|lustre|beegfs|coda|davfs2?|webdav|afpfs|ftp|9p|virtiofs|vboxsf|prl_fs|drvfs)$/,
  /^fuse\.(sshfs|davfs2?|rclone|s3fs|gcsfuse|gvfsd-fuse|glusterfs|ceph|cephfs|curlftpfs|smbnetfs|juicefs|vmhgfs-fuse|prl_fsd|kio-fuse|onedriver|google-drive-ocamlfuse)$/,
]
/** Those that lie on no single device, and on nobody else's either. */
const ownTypes = /^(overlay|tmpfs|ramfs|zfs|btrfs|bcachefs|ecryptfs|fuseblk)$/

function linuxGround({ path, mounts, removable }: SystemSays): Ground {
  const mount = mounts === null ? null : mountOf(path, mounts)
  if (!mount) return 'unknown'
  if (networkTypes.some((each) => each.test(mount.type))) return 'network'
  if (removable !== null) return removable ? 'removable' : 'disk'
  return ownTypes.test(mount.type) ? 'disk' : 'unknown'
}

/** `/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners)` */
function macGround({ path, mounts }: SystemSays): Ground {
  let found: { at: string; type: string; flags: readonly string[] } | null = null
  for (const line of mounts?.split('\n') ?? []) {
    const [, at, inside] = /^.+? on (\/.*) \(([^()]+)\)$/.exec(line) ?? []
    const [type, ...flags] = inside?.split(', ') ?? []
    if (at === undefined || type === undefined) continue
    if (isUnder(path, at, 'darwin') && at.length >= (found?.at.length ?? 0))
      found = { at, type, flags }
  }
  if (!found) return 'unknown'
  if (!found.flags.includes('local')) return 'network'
  return found.at.startsWith('/Volumes/') ? 'removable' : 'disk'
}

/**
 * A mapped drive is resolved to the share behind it before it comes here. Which of the others is a stick, a
 * program without a module of its own can't ask: only the system's own drive is known to be none.
 */
function windowsGround({ path, env }: SystemSays): Ground {
  const plain = path.replaceAll('/', '\\')
  if (/^\\\\[?.]\\UNC\\/i.test(plain)) return 'network'
  if (/^\\\\(?![?.]\\)/.test(plain)) return 'network'
  const [, drive] = /^(?:\\\\[?.]\\)?([A-Za-z]:)/.exec(plain) ?? []
  const system = env['SystemDrive'] ?? ''
  return drive !== undefined && drive.toLowerCase() === system.toLowerCase() ? 'disk' : 'unknown'
}

/** What services leave in the folders that they copy. Patterns of names: Nextcloud's has a random middle. */
export const marks: readonly (readonly [RegExp, SyncService])[] = [
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^(\._?sync_[0-9a-f]+\.db|\.(nextcloud|owncloud)sync\.log)$/, 'Nextcloud'],
]

/** What services call their folders. A company's name may follow. */
const names: readonly (readonly [RegExp, SyncService])[] = [
  [/^OneDrive( ?-.*)?$/i, 'OneDrive'],
  [/^Dropbox( ?[(-].*)?$/i, 'Dropbox'],
  [/^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud'],
  [/^(Google ?Drive(-.*)?|My Drive|Meine Ablage|Mon Drive|Mi unidad)$/i, 'Google Drive'],
  [/^(Nextcloud|ownCloud)\d*$/i, 'Nextcloud'],
  [/^(Box( Sync|-Box)?)$/, 'Box'],
  [/^Proton Drive$/i, 'Proton Drive'],
  [/^(pCloud ?Drive|Seafile|Tresorit|MEGA|Sync\.com|Yandex\.Disk|SynologyDrive)$/i, 'another'],
]

function syncOf(says: SystemSays): SyncService | null {
  const { path, platform, env, home } = says
  const oneDrives = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']
  if (oneDrives.some((name) => isUnder(path, env[name], platform))) return 'OneDrive'
  if (dropboxFolders(says.dropbox).some((folder) => isUnder(path, folder, platform)))
    return 'Dropbox'
  const marked = marks.find(([mark]) => says.marks.some((name) => mark.test(name)))
  if (marked) return marked[1]
  const parts = path.split(/[\\/]/)
  const named = parts.flatMap((part) => names.filter(([name]) => name.test(part)).slice(0, 1))[0]
  if (named) return named[1]
  // Where macOS keeps what any service copies.
  return platform === 'darwin' && isUnder(path, `${home}/Library/CloudStorage`, platform)
    ? 'another'
    : null
}

function dropboxFolders(json: string | null): readonly string[] {
  if (json === null) return []
  try {
    const accounts: unknown = JSON.parse(json)
    if (typeof accounts !== 'object' || accounts === null) return []
    return Object.values(accounts).flatMap((account: unknown) =>
      typeof account === 'object' &&
      account !== null &&
      'path' in account &&
      typeof account.path === 'string'
        ? [account.path]
        : [],
    )
  } catch {
    return []
  }
}

/** Whether `path` is `folder` or lies in it. Names on Windows and macOS have no large and small letters. */
function isUnder(path: string, folder: string | undefined, platform: string): boolean {
  if (folder === undefined || folder === '') return false
  const plain = (text: string) => {
    const slashed = (platform === 'win32' ? text.replaceAll('\\', '/') : text).normalize('NFC')
    const cased = platform === 'linux' ? slashed : slashed.toLowerCase()
    return cased.replace(/\/+$/, '')
  }
  const [inner, outer] = [plain(path), plain(folder)]
  return inner === outer || inner.startsWith(`${outer}/`)
}

/**
 * Whether the journal is kept as on a stick: for what can be pulled out or knows no locks; and, where nobody
 * can say, for what isn't at its usual place.
 */
export const isHeldAsStick = ({ ground }: Place, isUsual: boolean): boolean =>
  ground === 'removable' || ground === 'network' || (ground === 'unknown' && !isUsual)
