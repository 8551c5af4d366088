import { commandOf, noCode, pastesFor, products, type Desk } from '../../../src/calls/products.ts'
import { linkFor } from '../../../src/calls/link.ts'
import { callEvents } from '../../../src/calls/signal.ts'
import {
  connectWords as say,
  eventName,
  fieldName,
  productName,
  productWhere,
  toolWords,
} from '../../../renderer/i18n/main/connect.ts'

/** A Windows desk, as most are. The page shows the real program and the real code. */
const desk: Desk = {
  program: { path: String.raw`C:\Program Files\Lull\Lull.exe`, args: [] },
  windows: true,
  code: noCode,
}

/** docs/connect.md, from what the page "Connect your phone" is made from. */
export const connectDoc = (): string =>
  [
    '# Connect your phone',
    say.lead(),
    say.keys(),
    `Made from the words and the data of the page in Lull (Settings, Connect your phone), which shows the real program in place of \`${desk.program.path}\` and the code of this computer in place of \`${noCode}\`. There, "Test my hook" listens for a minute and shows what arrived and which kinds of things were thrown away.`,
    '## Your phone program',
    ...products.flatMap((product) => [
      `### ${productName(product.id)}`,
      productWhere(product.id),
      ...pastesFor(product.id, desk).flatMap(({ field, text }) => [
        `${fieldName(field)}:`,
        block(text),
      ]),
      ...(product.isPage ? [say.pages()] : []),
      `${say.notTried()} (${product.source})`,
    ]),
    '## By a command',
    say.command(),
    ...callEvents.flatMap((event) => [`${eventName(event)}:`, block(commandOf(desk, event))]),
    say.commandMore(),
    '## By a link',
    say.link(),
    say.linkUnsure(),
    say.linkRegister(),
    ...callEvents.flatMap((event) => [`${eventName(event)}:`, block(linkFor(event, noCode))]),
    '## By the microphone',
    say.microphone(),
    say.microphoneLimits(),
    list([toolWords('windows'), toolWords('pulse'), toolWords('pipewire'), say.microphoneMac()]),
    '## What can’t be connected',
    list([say.desk(), say.microsip(), say.unknown()]),
  ].join('\n\n') + '\n'

const block = (text: string) => `\`\`\`text\n${text}\n\`\`\``
const list = (sentences: readonly string[]) => sentences.map((each) => `- ${each}`).join('\n')
