// A child of bench/searchSlow.mjs: analyses each text that it is sent, and tells what that took.

const path = require('node:path');
const { restart, used } = require('./cpuLimit.cjs');
const { analyze } = require(path.join(__dirname, '../dist/core.js'));

process.on('message', (text) => {
  globalThis.gc();
  const before = { used: used(), rss: process.memoryUsage.rss() };
  restart();
  let failure;
  try {
    analyze(text);
  } catch (error) {
    failure = String(error.stack);
  }
  process.send({
    seconds: (used() - before.used) / 1000,
    megabytes: (process.memoryUsage.rss() - before.rss) / 2 ** 20,
    rss: process.memoryUsage.rss() / 2 ** 20,
    failure,
  });
});

// Nobody reads what it would find.
process.on('disconnect', () => process.exit());
