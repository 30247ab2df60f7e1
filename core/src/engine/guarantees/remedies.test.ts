import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { compileTopology } from '../../network/topology.js';
import { parse } from '../../syntax/parse.js';
import { stepPaths } from '../paths.js';
import { GUARANTEES } from './index.js';

/** What would give these guarantees to such a request, `read s level one`. */
function remedies(
  clauses: string,
  step: string,
): { readonly linearizable?: string; readonly sequential?: string; readonly session?: string } {
  const { model, diagnostics } = resolve(
    parse(
      `node a, b, c\nmesh a, b, c\nclient k at a\nstore s on a, b, c { ${clauses} }\noperation o: ${step.replace(' s', ' s from k')}`,
    ),
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [operation] = model.operations;
  const [asked] = operation?.steps ?? [];
  const paths =
    asked === undefined ? undefined : stepPaths(model, compileTopology(model), asked, operation?.clients[0] ?? -1);
  if (paths === undefined) return {};
  return {
    linearizable: GUARANTEES.linearizable.remedy(paths, { guarantee: 'linearizable' }),
    sequential: GUARANTEES.sequential.remedy(paths, { guarantee: 'sequential' }),
    session: GUARANTEES['read-your-writes'].remedy(paths, { guarantee: 'read-your-writes' }),
  };
}

test('reads: a level that asks the replica that orders the writes, or another way to replicate', () => {
  expect(remedies('replicate consensus', 'read s level local')).toEqual({
    linearizable: 'read at level quorum, where the leader asks a majority whether it still leads',
    sequential: 'read at the leader',
    session: 'read at level quorum',
  });
  expect(remedies('replicate primary b', 'read s level local')).toEqual({
    linearizable: 'read at the primary, and replicate by consensus where it fails over',
    sequential: 'read at the primary',
    session: 'read at the primary',
  });
  expect(remedies('replicate primary b failover automatic', 'read s')).toEqual({
    linearizable: 'replicate by consensus',
    sequential: 'read at the primary',
    session: 'fail over only to a copy that has all that was acknowledged',
  });
  expect(remedies('replicate quorum', 'read s')).toEqual({
    linearizable: 'replicate by consensus',
    sequential: 'replicate by consensus',
    session: 'read all copies, or replicate by consensus',
  });
  expect(remedies('replicate any', 'read s')).toEqual({
    linearizable: 'replicate by consensus',
    sequential: 'replicate by consensus',
    session: 'pin the client to one replica with via, which is what sticky availability means',
  });
});

test('a session that every copy but the one may break: by its level', () => {
  const session = (level: string): string | undefined =>
    remedies('replicate primary b failover automatic', `read s ${level}`).session;
  expect(['', 'level leader', 'level local', 'level one'].map(session)).toEqual([
    'fail over only to a copy that has all that was acknowledged',
    'fail over only to a copy that has all that was acknowledged',
    'read at the primary',
    'read at the primary',
  ]);
  expect(
    ['level leader', 'level quorum', 'level one'].map(
      (level) => remedies('replicate consensus', `read s ${level}`).session,
    ),
  ).toEqual([
    'fail over only to a copy that has all that was acknowledged',
    'fail over only to a copy that has all that was acknowledged',
    'read at level quorum',
  ]);
});

test('under AP nothing helps but CP', () => {
  expect(remedies('choose AP replicate consensus', 'read s')).toEqual({
    linearizable: 'choose CP, and let consensus order the requests',
    sequential: 'choose CP, and let consensus order the writes',
    session: 'choose CP',
  });
});

test('writes', () => {
  expect(remedies('replicate consensus', 'write s')).toMatchObject({
    linearizable: 'leave it to consensus alone',
    sequential: 'leave it to consensus alone',
  });
  expect(remedies('replicate primary b', 'write s')).toMatchObject({
    linearizable: 'replicate by consensus',
    sequential: 'replicate by consensus',
  });
});
