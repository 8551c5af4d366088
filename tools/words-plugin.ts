import babel from '@rolldown/plugin-babel'
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import type { PluginOption } from 'vite'

/**
 * Lingui's macros and catalogs for a Vite build. By Babel, not by Lingui's own native tools: those
 * come as optional packages that want Node 22, so `npm ci` under an older npm's Node leaves them out.
 */
export function words(): PluginOption[] {
  process.env['LINGUI_SUPPRESS_BABEL_WARNING'] = '1'
  return [babel({ presets: [linguiTransformerBabelPreset()] }), lingui()]
}
