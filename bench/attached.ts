// Loaded into every server that is measured: collects its garbage on request, and ends it when the bench ends.

const collect = globalThis.gc as (options: object) => void

process.on('message', () => {
  // Last resort: also gives back what V8 would keep at hand. Twice, for what the first time finalised.
  for (let time = 0; time < 2; time++) collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  process.send?.('collected')
})
// As an operator would: what it has started must not stay behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
