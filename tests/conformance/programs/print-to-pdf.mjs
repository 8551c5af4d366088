import { declare, end, open, ready, say } from './tools.mjs'

declare()
ready(async () => {
  const window = await open({ html: '<p>on paper</p>' })
  const { webContents } = window
  const print = (options) => webContents.printToPDF(options)
  const made = await print({ pageSize: 'A4' })
  const isPdf = made.subarray(0, 5).toString() === '%PDF-'
  say(
    `made: ${isPdf ? 'a PDF' : 'something else'}, in ${made instanceof Buffer ? 'a Buffer' : '?'}`,
  )
  say(`one after the other: ${(await Promise.all([print({}), print({})])).length}`)
  const wrong = async (what, options) =>
    print(options).then(
      () => say(`${what}: made`),
      () => say(`${what}: rejected`),
    )
  await wrong('without options')
  await wrong('no such paper', { pageSize: 'A44' })
  await wrong('a paper without a height', { pageSize: { width: 5 } })
  await wrong('margins wider than the paper', { pageSize: 'A6', margins: { left: 9 } })
  await wrong('landscape in words', { landscape: 'yes' })
  await wrong('a scale in words', { scale: '1' })
  window.destroy()
  await wrong('a window that is gone', {})
  end()
})
