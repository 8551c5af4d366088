/** Who had the focus, latest first. The world outside always stands somewhere in the row. */
export interface Focus<W> {
  holder(): W | 'outside'
  give(to: W | 'outside'): void
  /** Passes on to whoever had it before. */
  lose(from: W): void
}

export function createFocus<W extends object>(rules: {
  canHave(window: W): boolean
  changed(from: W | 'outside', to: W | 'outside'): void
}): Focus<W> {
  let row: (W | 'outside')[] = ['outside']
  const holder = () => row[0] ?? 'outside'

  function become(next: (W | 'outside')[]) {
    const from = holder()
    row = next
    if (from !== holder()) rules.changed(from, holder())
  }

  return {
    holder,
    give(to) {
      if (to !== 'outside' && !rules.canHave(to)) return
      become([to, ...row.filter((each) => each !== to)])
    },
    lose(from) {
      const had = holder() === from
      const rest = row.filter((each) => each !== from)
      if (!had) row = rest
      else {
        const next = rest.find((each) => each === 'outside' || rules.canHave(each)) ?? 'outside'
        become([next, ...rest.filter((each) => each !== next)])
      }
    },
  }
}
