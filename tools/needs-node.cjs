// Plain old JavaScript on purpose: it must run on the Node that is too old for the rest.
var major = Number(process.versions.node.split('.')[0])
if (major < 22) {
  process.stderr.write(
    'Lull needs Node 22 or newer; this is Node ' +
      process.versions.node +
      '. The project brings one ' +
      'along for most systems: run "npm ci" without --omit=optional, and start through npm.',
  )
  process.exit(1)
}
