// Loaded before the language server in the soak: writes down every second how much memory its process has, its analysis
// included, and the longest time that its main thread worked without a look at messages, in milliseconds of the
// thread's own processor time.

const { appendFileSync } = require('node:fs');
const path = require('node:path');
const { isMainThread } = require('node:worker_threads');

if (isMainThread && /dist[\\/]server\.js$/.test(process.argv[1] ?? '')) {
  const file = path.join(__dirname, `${process.pid}.jsonl`);
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let longest = 0;
  // Its start is no stall: nobody has asked it anything yet.
  let last = Infinity;
  setInterval(() => {
    const now = used();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1).unref();
  setInterval(() => {
    const rss = Math.round(process.memoryUsage().rss / 2 ** 20);
    appendFileSync(file, `${JSON.stringify({ pid: process.pid, at: Date.now(), rss, stall: Math.round(longest) })}\n`);
    longest = 0;
    last = used();
  }, 1000).unref();
}
