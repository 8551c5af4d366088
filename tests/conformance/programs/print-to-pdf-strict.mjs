import { declare, end, open, ready, say } from './tools.mjs'

declare()
ready(async () => {
  const { webContents } = await open()
  const wrong = async (what, options) =>
    webContents.printToPDF(options).then(
      () => say(`${what}: made`),
      () => say(`${what}: rejected`),
    )
  await wrong('no such option', { pagesize: 'A4' })
  await wrong('margins in the old way', { margins: { marginType: 'none' } })
  end()
})
