import { MERGES } from '../../engine/merge/index.js';
import type { Model, PrimaryReplication, Store } from '../../model/model.js';
import { clausesOf, presetNamed } from '../../model/presets/index.js';
import { presetTitle } from '../../render/preset.js';
import { count, shortList, vertexName } from '../../render/words.js';
import type { StoreClause, StoreStatement } from '../../syntax/ast.js';
import { asText, bold, listed, MOST_LISTED } from '../markdown.js';

/** What was chosen, what that implies, and who uses it. `statement` tells a choice from a default. */
export function storeHover(model: Model, index: number, statement: StoreStatement | undefined): string {
  const store = model.stores[index];
  if (store === undefined) return '';
  const written = new Set(statement?.clauses.map(({ kind }) => kind));
  const preset = store.preset === undefined ? undefined : presetNamed(store.preset);
  const inPreset = new Set(preset === undefined ? [] : clausesOf(preset).map(({ kind }) => kind));
  const line = (kind: StoreClause['kind'], text: string): string =>
    `- ${kind} ${text}${written.has(kind) ? '' : inPreset.has(kind) && preset !== undefined ? ` (like ${preset.name})` : ' (default)'}`;
  const wait =
    store.onPartition.kind === 'wait' ? `wait ${duration(store.onPartition.ms)}, then time out` : 'refuse at once';
  const users = model.operations.flatMap((operation) =>
    operation.steps
      .filter((step) => step.store === index)
      .map((step) => `${asText(operation.name)} (${step.access}${step.level === undefined ? '' : ` ${step.level}`})`),
  );
  return [
    `store ${bold(store.name)} on ${listed(store.replicas.map((node) => vertexName(model, node)))}${witnesses(model, store)}${preset === undefined ? '' : ` · like ${presetTitle(preset)}`}`,
    '',
    ...(store.choice === undefined
      ? []
      : [
          line(
            'choose',
            `${store.choice}: ${store.choice === 'CP' ? 'refuse what can’t be consistent' : 'answer from what can be reached'}`,
          ),
        ]),
    line('replicate', schemeText(model, store)),
    // A store that answers whatever happens neither refuses nor waits.
    ...(store.choice === 'AP' ? [] : [line('on partition', wait)]),
    line('merge', `${store.merge}: ${MERGES[store.merge].atHeal('two writes', 'two writes')}`),
    ...(store.rejoinsByHand === true
      ? [line('rejoin', 'manual: a person has to rebuild those whose history is thrown away')]
      : []),
    ...(store.detectMs === undefined
      ? []
      : [line('detect', `${duration(store.detectMs)}, until everybody has noticed a break`)]),
    users.length === 0 ? '- used by no operation' : `- used by ${shortList([...new Set(users)], MOST_LISTED)}`,
  ].join('\n');
}

function witnesses(model: Model, store: Store): string {
  if (store.witnesses.length === 0) return '';
  return `, ${store.witnesses.length === 1 ? 'witness' : 'witnesses'} ${listed(store.witnesses.map((node) => vertexName(model, node)))}`;
}

function schemeText(model: Model, store: Store): string {
  const { replication } = store;
  const voters = store.replicas.length + store.witnesses.length;
  const majority = Math.floor(voters / 2) + 1;
  switch (replication.scheme) {
    case 'consensus':
      return `consensus: ${majority} of ${count(voters, 'voter')} commit; ${replication.leader === undefined ? 'any replica may lead' : `${asText(vertexName(model, replication.leader))} leads at first`}${replication.relay === true ? '; members relay' : ''}${replication.noPreVote === true ? '; whoever misses the leader deposes it' : ''}`;
    case 'primary':
      return `primary ${asText(vertexName(model, replication.primary))}: ${[syncText(replication), ...primaryTexts(model, replication)].join(', ')}`;
    case 'quorum': {
      const overlap =
        replication.read + replication.write > store.replicas.length
          ? 'reads and writes overlap'
          : 'a read may miss a write';
      return `quorum R=${replication.read} W=${replication.write}${replication.sloppy ? ' sloppy' : ''}${replication.readRepair === true ? ' read-repair' : ''} of ${store.replicas.length}: ${replication.sloppy ? 'stand-ins take writes' : overlap}`;
    }
    case 'any':
      return store.choice === 'CP'
        ? `any replica that is connected to a majority (${majority} of ${voters})`
        : 'any replica takes reads and writes, and spreads them later';
  }
}

function syncText({ sync, weakens, inSync }: PrimaryReplication): string {
  if (inSync !== undefined) return `waits for all that are in sync, at least ${inSync} with itself`;
  return sync === 0
    ? 'asynchronous'
    : `waits for ${count(sync, 'replica')}${weakens === true ? ', as far as they are in reach' : ''}`;
}

function primaryTexts(model: Model, { minReplicas, failover, electors, stepsDown }: PrimaryReplication): string[] {
  const by = electors === undefined ? '' : ` by ${listed(electors.map((node) => vertexName(model, node)))}`;
  return [
    ...(minReplicas === undefined
      ? []
      : [`refuses writes with fewer than ${count(minReplicas, 'other replica')} in reach`]),
    `${failover} failover${by}`,
    ...(stepsDown === true ? ['steps down without a majority'] : []),
  ];
}

function duration(ms: number): string {
  return ms >= 1000 && ms % 100 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}
