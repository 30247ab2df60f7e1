// Loaded before a program: ends it once it has used `NETSPLIT_CPU_LIMIT_MS` of the processor, however long that takes by
// the clock. A thread of its own looks, since the main one may be busy. `restart` begins the count anew.

const { Worker } = require('node:worker_threads');

const LOOK_EVERY_MS = 100;

const limit = Number(process.env.NETSPLIT_CPU_LIMIT_MS);
const begun = new Float64Array(new SharedArrayBuffer(8));
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

exports.used = used;
exports.restart = () => {
  begun[0] = used();
};

new Worker(
  `const { workerData: { begun, limit } } = require('node:worker_threads');
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    Atomics.wait(never, 0, 0, ${LOOK_EVERY_MS});
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1000 - begun[0] > limit) process.kill(process.pid, 'SIGKILL');
  }`,
  { eval: true, workerData: { begun, limit } },
).unref();
