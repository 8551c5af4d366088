import { dialog } from 'electron'
import { attempt, end, ready } from './tools.mjs'

attempt('before ready', () => void dialog.showSaveDialog({}).catch(() => {}))
ready(end)
