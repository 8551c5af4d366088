/** Whether this run shows nothing: asked for, or there is no display. */
export function isHeadless(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env['LULL_HEADLESS'] === '1') return true
  return process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
}
