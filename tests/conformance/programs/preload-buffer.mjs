import { declare, end, open, ready } from './tools.mjs'

declare()
ready(async () => {
  await open({ preload: 'preload-buffer.cjs' })
  setTimeout(end, 300)
})
