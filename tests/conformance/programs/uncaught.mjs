import { declare, end, ready, say } from './tools.mjs'

declare()
process.on('uncaughtException', (error) => {
  say(`caught: ${error.message}`)
  setTimeout(() => {
    say('goes on')
    end()
  }, 10)
})
ready(() => {
  setTimeout(() => {
    throw new Error('nobody caught this')
  }, 10)
})
