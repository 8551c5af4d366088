import { safeStorage } from 'electron'
import { end, ready, say } from './tools.mjs'

ready(async () => {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) {
    say('not here')
    return end()
  }
  const sealed = await safeStorage.encryptStringAsync('a secret')
  say(sealed.includes('a secret') ? 'plain' : 'sealed')
  const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed)
  say(`${result === 'a secret'} ${typeof shouldReEncrypt}`)
  const foreign = Buffer.from('nothing that anybody has sealed, and long enough')
  await safeStorage.decryptStringAsync(foreign).then(
    () => say('foreign bytes: allowed'),
    () => say('foreign bytes: refused'),
  )
  end()
})
