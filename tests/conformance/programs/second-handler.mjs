import { ipcMain } from 'electron'
import { attempt, end, ready } from './tools.mjs'

attempt('first', () => ipcMain.handle('x', () => 1))
attempt('second', () => ipcMain.handle('x', () => 2))
ipcMain.removeHandler('x')
attempt('after removal', () => ipcMain.handle('x', () => 3))
ready(end)
