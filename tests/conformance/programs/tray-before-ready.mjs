import { nativeImage, Tray } from 'electron'
import { attempt, end, ready } from './tools.mjs'

attempt('tray', () => new Tray(nativeImage.createEmpty()))
ready(end)
