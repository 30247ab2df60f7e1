import { analyze } from '../../analyze.js';
import { linearizability, type RegisterVerdict } from '../../observe/histories.js';
import { type Event, readRecording } from '../../observe/recording.js';
import { requestsOf } from '../../observe/requests.js';

const { model } = analyze(`node a
client app at a
store register on a { choose CP }
operation read: read register from app
operation write: write register from app
operation cas: write register from app
`).resolved;

/** Of Jepsen's log, as Porcupine has it: "INFO jepsen.util - 4 :invoke :cas [1 2]". */
const LOGGED = /^INFO\s+jepsen\.util - (\d+)\s+(:\w+)\s+(:\w+)\s+(.*)$/gm;

/** The verdict on a history of one register as Porcupine has it, in lines of Jepsen's log. */
export function verdictOnLog(text: string): RegisterVerdict {
  return verdictOn(eventsOf(text.replaceAll(LOGGED, '{:process $1 :type $2 :f $3 :value $4}')));
}

/** The same as Knossos has it. There a register begins with 0, and a read of nil says nothing (`model.clj`). */
export function verdictOnEdn(text: string): RegisterVerdict {
  const begun = (['invoke', 'ok'] as const).map((type) => ({ ...BEGIN, type }));
  const says = eventsOf(text).map((event): Event => {
    const isSilent = event.f === 'read' && event.type === 'ok' && event.value === null;
    return isSilent ? { ...event, type: 'fail' } : event;
  });
  return verdictOn([...begun, ...says]);
}

const BEGIN = { line: 0, process: '999999', f: 'write', key: '', value: 0, time: undefined };

function eventsOf(text: string): readonly Event[] {
  const recording = readRecording(text);
  if (recording.kind === 'mistake') throw new Error(recording.mistake);
  return recording.events;
}

function verdictOn(events: readonly Event[]): RegisterVerdict {
  const found = requestsOf(model, events, { clients: ['app'] });
  if (found.kind === 'mistakes') throw new Error(found.mistakes.join('; '));
  const [verdict] = linearizability(found.requests).values();
  if (verdict === undefined) throw new Error('the history has no request');
  return verdict;
}
