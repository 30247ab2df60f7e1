// What takes more than a moment says so: one line that counts the seconds on a terminal, and a line at the beginning
// and at the end elsewhere.

const { stdout } = process;
const running = new Map();
let timer;

/** Runs work under a name such as "Installing packages"; several may run at once. Returns what the work does. */
export async function withProgress(name, work) {
  const start = performance.now();
  running.set(name, start);
  if (stdout.isTTY) timer ??= setInterval(draw, 200);
  else stdout.write(`${name}…\n`);
  try {
    const result = await work();
    ended(name, `${name}: ${seconds(start)}`);
    return result;
  } catch (error) {
    ended(name, `${name}: failed after ${seconds(start)}`);
    throw error;
  }
}

function ended(name, line) {
  running.delete(name);
  stdout.write(stdout.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
  if (running.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

function draw() {
  const parts = [...running].map(([name, start]) => `${name}… ${seconds(start)}`);
  stdout.write(`\r\x1b[K${parts.join(' · ').slice(0, stdout.columns - 1)}`);
}

function seconds(start) {
  return `${Math.round((performance.now() - start) / 1000)} s`;
}
