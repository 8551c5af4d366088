/** A device that sound can go to. */
export interface Output {
  /** Chromium's own, good for this start of Lull only. */
  id: string
  /** The system's name for it, which lasts. */
  label: string
}

/** What sound can go to, by name. Empty where the system names nothing. */
export async function outputs(): Promise<Output[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(
      ({ kind, label, deviceId }) =>
        kind === 'audiooutput' && label !== '' && deviceId !== 'default',
    )
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}
