import { BrowserWindow } from 'electron'
import { attempt, end, ready } from './tools.mjs'

attempt('window', () => new BrowserWindow({ show: false }))
ready(end)
