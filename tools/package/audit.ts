import * as v from 'valibot'

/** A package with a known hole, as npm tells it. */
export interface Hole {
  name: string
  severity: string
  /** Where the hole is described; or the packages that bring it along. */
  about: string[]
}

const report = v.object({
  auditReportVersion: v.literal(2),
  vulnerabilities: v.record(
    v.string(),
    v.object({
      name: v.string(),
      severity: v.string(),
      via: v.array(v.union([v.string(), v.object({ url: v.string() })])),
      nodes: v.array(v.string()),
    }),
  ),
})
const parts = v.object({ components: v.array(v.object({ name: v.string() })) })

/** What `npm audit --json` wrote; null where that is no report, as without a network. */
export function readAudit(text: string): Hole[] | null {
  const read = v.safeParse(report, parsed(text))
  if (!read.success) return null
  return Object.values(read.output.vulnerabilities).flatMap(({ name, severity, via, nodes }) => {
    const about = via.map((each) => (typeof each === 'string' ? each : each.url))
    // One that is installed under another name is listed by its own, and lies where that name is.
    const names = new Set([name, ...nodes.map((node) => node.replace(/^.*node_modules\//, ''))])
    return [...names].map((each) => ({ name: each, severity, about }))
  })
}

/** Those in a package, by its list of parts (`sbom`), and those that stay where it is built. */
export function sortHoles(
  holes: readonly Hole[],
  list: string,
): { inside: Hole[]; outside: Hole[] } {
  const names = new Set(v.parse(parts, parsed(list)).components.map(({ name }) => name))
  return {
    inside: holes.filter(({ name }) => names.has(name)),
    outside: holes.filter(({ name }) => !names.has(name)),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
