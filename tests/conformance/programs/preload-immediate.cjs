setImmediate(() => {})
