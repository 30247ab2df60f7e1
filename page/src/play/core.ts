import type { DesignData } from '../design.js';
import type { Asks, Facts, FromWorker, ToWorker } from './messages.js';

/** The core as the page reaches it: in a worker, which answers about the newest text. */
export class Core {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (answer: unknown) => void>();
  private asked = 0;
  private version = 0;

  /** `known`: told what is known about the newest text. `failed`: told why the worker failed, a mistake of Netsplit. */
  constructor(
    address: string,
    private readonly known: (facts: Facts) => void,
    failed: (why: string) => void,
  ) {
    this.worker = new Worker(address);
    this.worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.receive(data));
    this.worker.addEventListener('error', ({ message }) => failed(message));
  }

  /** Takes a new text; the analysis of the text before it ends. */
  read(files: DesignData['files']): void {
    this.version += 1;
    this.send({ type: 'design', version: this.version, files });
  }

  ask<Kind extends keyof Asks>(kind: Kind, of: Asks[Kind][0]): Promise<Asks[Kind][1]> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve) => {
      // The worker answers a question with what its row in `Asks` says.
      this.waiting.set(id, (answer) => resolve(answer as Asks[Kind][1]));
      this.send({ type: 'ask', id, kind, of } as ToWorker);
    });
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromWorker): void {
    if (message.type === 'answer') {
      this.waiting.get(message.id)?.(message.answer);
      this.waiting.delete(message.id);
    } else if (message.version === this.version) this.known(message);
  }
}
