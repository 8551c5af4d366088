import { attempt, declare, end, ready } from './tools.mjs'

attempt('before ready', declare)
ready(() => {
  attempt('after ready', declare)
  end()
})
