import { ipcMain } from 'electron'
import { declare, end, open, ready, say } from './tools.mjs'

declare()
ipcMain.handle('say', (event, text) => {
  say(text)
  say(`from ${event.senderFrame.url} ${event.senderFrame === event.sender.mainFrame}`)
  if (text === 'end') end()
  return 'told'
})
ipcMain.handle('fail', () => {
  throw new Error('no luck')
})
ready(() =>
  open({
    preload: 'preload-ports.cjs',
    html: `<script>
      const text = async (run) => { try { return String(await run()) } catch (error) { return 'error ' + error.message } }
      addEventListener('load', async () => {
        const lines = [
          'early ' + typeof api.add,
          'add ' + api.add(2, 3),
          'fails ' + await text(() => api.fails()),
          'later ' + await api.later('soon'),
          'call ' + await new Promise((resolve) => api.call(resolve)),
          'frozen ' + Object.isFrozen(api),
          'fail ' + await text(() => api.invoke('fail')),
          'nobody ' + await text(() => api.invoke('nobody')),
          'no require ' + typeof require,
          'no ipc ' + typeof ipcRenderer,
        ]
        for (const line of lines) await api.invoke('say', line)
        await api.invoke('say', 'end')
      })
    </script>`,
  }),
)
