// Loaded before the server: the longest time that its main thread worked without a look at messages, in milliseconds of
// the thread's own processor time.

const { isMainThread } = require('node:worker_threads');

if (isMainThread && process.send !== undefined) {
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let longest = 0;
  let last = used();
  setInterval(() => {
    const now = used();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1).unref();
  process.on('message', () => {
    // The work of this very turn counts.
    setTimeout(() => {
      process.send(longest);
      longest = 0;
    }, 2);
  });
  process.channel?.unref();
}
