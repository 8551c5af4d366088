import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What is kept, and how it lies there: while the journal is open, and while it is locked or Lull has ended. */
interface Kept {
  what: MessageDescriptor
  open: MessageDescriptor
  locked: MessageDescriptor
}

const encrypted = msg`encrypted on the disk; its key is in the memory of one part of Lull`
const encryptedOnly = msg`encrypted; the part that knew the key has ended`
const plain = msg`plain`

const kept: readonly Kept[] = [
  {
    what: msg`Your journal: shifts, notes, drafts, check-ins, pauses, plans, weeks, people to talk to, choices about your work`,
    open: encrypted,
    locked: encryptedOnly,
  },
  {
    what: msg`What you search for and what you typed a second ago`,
    open: msg`in memory, and what is kept of it encrypted`,
    locked: msg`gone with the windows that showed it`,
  },
  { what: msg`Copies that Lull makes by itself`, open: msg`encrypted`, locked: msg`encrypted` },
  {
    what: msg`A note that you seal while the journal is locked`,
    open: msg`taken into the journal`,
    locked: msg`encrypted so that only your unlocked journal can read it; that there is one can be seen`,
  },
  {
    what: msg`Pauses and calls while it is locked`,
    open: msg`taken into the journal`,
    locked: msg`in memory: times, which pause, and how tense you were before and after; gone if Lull ends before you unlock`,
  },
  { what: msg`The settings of this computer, listed below`, open: plain, locked: plain },
  {
    what: msg`The log of trouble: when Lull began and ended, and codes of what didn’t work`,
    open: plain,
    locked: plain,
  },
  {
    what: msg`Files that you take out, print or save`,
    open: msg`plain, and where you put them`,
    locked: msg`plain, and where you put them`,
  },
]

export const keptRows = () =>
  kept.map(({ what, open, locked }) => ({
    what: i18n._(what),
    open: i18n._(open),
    locked: i18n._(locked),
  }))

/** Who can see what all the same, and what Lull does about it, or that it can't. */
interface Seen {
  name: MessageDescriptor
  seen: MessageDescriptor
  does: MessageDescriptor
}

const seen: readonly Seen[] = [
  {
    name: msg`That Lull runs`,
    seen: msg`Its name is in the list of programs, and in whatever your IT collects of that.`,
    does: msg`Nothing. A program under a false name would be worse for you when it is found.`,
  },
  {
    name: msg`Command lines and links`,
    seen: msg`When a phone program tells Lull of a call, that line can be recorded.`,
    does: msg`Lull takes started, ended or marked, the kind of contact and its length, and throws away the rest. What your phone program adds to that line can still be recorded.`,
  },
  {
    name: msg`Times and sizes of files`,
    seen: msg`When the journal last changed and how large it is, and so roughly when and how much you used it; how many copies and sealed notes there are.`,
    does: msg`Nothing; every file has them. What is in them stays encrypted.`,
  },
  {
    name: msg`Start at login`,
    seen: msg`If you switched it on, it is in the system’s list.`,
    does: msg`It is off until you want it.`,
  },
  {
    name: msg`Notifications`,
    seen: msg`The system keeps a history of them, which can be read or collected.`,
    does: msg`They have a few neutral words: nothing of how a call was, or of how you are.`,
  },
  {
    name: msg`Printing`,
    seen: msg`The system, a printer or a print server can keep the whole page, with your name. On Linux it also lies in a temporary file until it is printed.`,
    does: msg`Nothing. Print at home what matters, or copy it by hand. The recovery key most of all.`,
  },
  {
    name: msg`Screen recording and shared screens`,
    seen: msg`Whoever records the screen sees what you see.`,
    does: msg`On Windows and macOS, Lull can be left out of recordings; the switch is under Keys and lock, and off, because a black box may draw attention. Newer programs on macOS record it all the same. Journal and Trends hide themselves while you work elsewhere. One shortcut hides it all.`,
  },
  {
    name: msg`Windows Recall`,
    seen: msg`It takes pictures of the screen and reads the text in them.`,
    does: msg`The same switch asks Windows to leave Lull out. We haven’t tried each version of Windows. Where Recall runs, numbers only is the safer choice.`,
  },
  {
    name: msg`Keystroke recording`,
    seen: msg`Some monitoring programs record every key, your passphrase too.`,
    does: msg`It can’t do anything against that, and neither can any other program. Keep numbers only, or use Lull on a device of your own.`,
  },
  {
    name: msg`Remote control and programs with your rights`,
    seen: msg`Whoever controls this computer, or runs a program as you, can see an open journal.`,
    does: msg`The journal locks before sleep. Where the desktop tells it, it also locks when the screen locks, and after a while without you. Locked, the parts that held its key and your notes have ended; of a page that you printed or saved as a PDF, something can stay in memory until Lull ends.`,
  },
  {
    name: msg`The clipboard and its history`,
    seen: msg`What you copy can be kept by the system, and carried to other devices.`,
    does: msg`Lull copies only what you tell it to copy.`,
  },
  {
    name: msg`Swap and hibernation`,
    seen: msg`The system can write a part of memory to the disk while the journal is open.`,
    does: msg`It locks before the computer sleeps, so that little is left to be written. What the system wrote before, Lull can’t take back.`,
  },
  {
    name: msg`Reports of the system about crashes`,
    seen: msg`When a program crashes, some systems keep a picture of its memory, or send it to IT.`,
    does: msg`Lull starts nothing that keeps such pictures, and sends nothing. What a system does by itself, it can’t stop.`,
  },
  {
    name: msg`Backups by IT, roaming and synced folders`,
    seen: msg`They can keep older states of all of Lull’s files, for years.`,
    does: msg`They get encrypted files. Words that you delete leave every copy of Lull’s own that it can change; a copy that somebody else made, Lull can’t reach.`,
  },
  {
    name: msg`The network`,
    seen: msg`Nothing. Lull opens no connection.`,
    does: msg`Every way out is closed, and tests watch that nothing leaves. An update is something that you fetch yourself.`,
  },
]

export const seenRows = () =>
  seen.map(({ name, seen: what, does }) => ({
    name: i18n._(name),
    seen: i18n._(what),
    does: i18n._(does),
  }))

/** What stands in device.json, by its own names: a test holds this list to the file's schema. */
export const inDeviceFile = {
  version: msg`the number of the file’s form`,
  language: msg`language`,
  theme: msg`light or dark`,
  motion: msg`how much moves`,
  dim: msg`dim or not`,
  lockMinutes: msg`after how many minutes it locks`,
  blankAway: msg`whether Journal and Trends hide themselves`,
  hideFromCapture: msg`whether it is left out of recordings`,
  pauseLast: msg`which pause was the last one`,
  pauseLastMs: msg`for how long that was planned`,
  ownPatterns: msg`the seconds of your own breathing patterns`,
  pausesOff: msg`pauses that you don’t want in front`,
  chooseFrom: msg`among which Lull may choose`,
  sound: msg`whether tones are on`,
  volume: msg`how loud they are`,
  soundOutput: msg`the name of the device they go to`,
  breakEveryMin: msg`how often a break is offered`,
  eyeRestEveryMin: msg`how often a look into the distance is`,
  safetyRead: msg`whether the line about breathing was shown`,
  holdsRead: msg`whether the one about holds was read`,
  tellBy: msg`by what Lull tells of an offer`,
  shortcuts: msg`your keys`,
  noTrayTold: msg`whether it was said that there is no tray`,
  unplacedTold: msg`whether it was said that the desktop places windows`,
  linkOn: msg`whether links are heard`,
  linkCode: msg`what a link must carry`,
  microphone: msg`whether a microphone in use counts as a call`,
  connectTold: msg`whether a phone was connected or offered`,
  places: msg`where the small windows stand`,
} as const satisfies Record<string, MessageDescriptor>

/** The journal's own files, by what the store calls them: a test holds this list to the store's. */
export const journalFileWords = {
  db: msg`the journal, encrypted`,
  wal: msg`its newest entries, encrypted; beside them an index without content`,
  rollback: msg`on a stick: what a write replaces, encrypted; empty between two of them`,
  newDb: msg`a journal that is just being made, encrypted`,
  keys: msg`its key, under your passphrase, recovery key or keychain; which of them there are is plain`,
  renewed: msg`a journal that is just getting another key, encrypted`,
  trial: msg`a copy that is tried where something is wrong with the journal, encrypted; gone again at once`,
  wiped: msg`an empty file while everything is being deleted`,
  tries: msg`how often somebody tried to open it in vain, and when; plain`,
  seq: msg`how many times something was kept, and a checksum of the encrypted file; plain`,
  seal: msg`what notes are sealed with, and whether words are kept at this desk; plain`,
  sealed: msg`sealed notes, encrypted`,
  aside: msg`an older copy, or a file that was brought, while it is looked at, encrypted; gone again at once`,
  restoring: msg`a journal that is just being put back, encrypted`,
  restored: msg`the same, about to take its place`,
  open: msg`the name and the random number of the computer that has it open, and since when; plain`,
  lock: msg`an empty file that keeps a second Lull out`,
  backups: msg`copies of the journal, each with its key file`,
} as const satisfies Record<string, MessageDescriptor>

/** What else lies in Lull’s folder, and beside the journal’s. */
export const elsewhereWords = {
  place: msg`journal-place.json: in which folder the journal lies, once you have moved it, and where it lay before for as long as something is left there`,
  computer: msg`computer.json: a random number, by which Lull tells this computer from others that open the same journal`,
  aside: msg`device.aside and a number: a device.json that couldn’t be read`,
  logs: msg`logs: the log of trouble`,
  electron: msg`sessionData, temp, crashDumps: what Electron and Chromium keep for themselves, such as where the main window stands; empty or technical`,
  once: msg`what keeps a second Lull out: links that name this computer, on Windows an empty file; on Linux, of a Lull that is carried about, in the session’s own folder`,
  apart: msg`next to the journal’s folder, under its name and a date: a journal that you left to begin another one, encrypted`,
} as const satisfies Record<string, MessageDescriptor>

/** What “Delete everything” doesn’t delete. */
export const staysWords = {
  taken: msg`what you took out, and what somebody else has copied`,
  earlier: msg`journals that you left at or beside an earlier place`,
  away: msg`what a move left on a stick that isn’t here, until Lull starts with it`,
  small: msg`the settings of this computer, the log of trouble and the other small files in Lull’s folder: delete that folder to be rid of them`,
} as const satisfies Record<string, MessageDescriptor>

export const listWords = (list: Record<string, MessageDescriptor>): string[] =>
  Object.values(list).map((word) => i18n._(word))
