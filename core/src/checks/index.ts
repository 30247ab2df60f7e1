import type { CheckDoc } from './check.js';
import { acceptUnneeded } from './accept-unneeded.js';
import { badQuorum } from './bad-quorum.js';
import { chooseCa } from './choose-ca.js';
import { contradictoryClause } from './contradictory-clause.js';
import { duplicateInPartition } from './duplicate-in-partition.js';
import { duplicateName } from './duplicate-name.js';
import { emptyPartition } from './empty-partition.js';
import { expectationFails } from './expectation-fails.js';
import { expectationNotKnown } from './expectation-not-known.js';
import { groupRouter } from './group-router.js';
import { implicitMesh } from './implicit-mesh.js';
import { includeCycle } from './include-cycle.js';
import { includeHasErrors } from './include-has-errors.js';
import { includeMissing } from './include-missing.js';
import { includeOutside } from './include-outside.js';
import { includeTooDeep } from './include-too-deep.js';
import { includeTooMany } from './include-too-many.js';
import { includeUnreadable } from './include-unreadable.js';
import { ineffectiveClause } from './ineffective-clause.js';
import { leaderNotReplica } from './leader-not-replica.js';
import { levelNotAllowed } from './level-not-allowed.js';
import { linkToItself } from './link-to-itself.js';
import { lonelyStore } from './lonely-store.js';
import { missingChoice } from './missing-choice.js';
import { needsBroken } from './needs-broken.js';
import { needsImpossible } from './needs-impossible.js';
import { needsNotKnown } from './needs-not-known.js';
import { needsUnavailable } from './needs-unavailable.js';
import { noReplicas } from './no-replicas.js';
import { notText } from './not-text.js';
import { numberOutOfRange } from './number-out-of-range.js';
import { opAccepted } from './op-accepted.js';
import { opConflict } from './op-conflict.js';
import { opError } from './op-error.js';
import { opLost } from './op-lost.js';
import { opNotKnown } from './op-not-known.js';
import { opStale } from './op-stale.js';
import { opUnknown } from './op-unknown.js';
import { operationWithoutClient } from './operation-without-client.js';
import { primaryNotReplica } from './primary-not-replica.js';
import { syncTooLarge } from './sync-too-large.js';
import { syntaxError } from './syntax-error.js';
import { tooDeep } from './too-deep.js';
import { tooLarge } from './too-large.js';
import { unconnectedClient } from './unconnected-client.js';
import { unexpectedCharacter } from './unexpected-character.js';
import { unknownLink } from './unknown-link.js';
import { unknownName } from './unknown-name.js';
import { unknownPreset } from './unknown-preset.js';
import { unknownUnit } from './unknown-unit.js';
import { unknownValue } from './unknown-value.js';
import { unterminatedComment } from './unterminated-comment.js';
import { unterminatedString } from './unterminated-string.js';
import { viaNotReplica } from './via-not-replica.js';
import { witnessWithoutVotes } from './witness-without-votes.js';
import { wrongKind } from './wrong-kind.js';

export type { CheckDoc } from './check.js';

/**
 * Every diagnostic code: first what the text itself may have, then what the results say. A new one is a file and a line
 * here.
 */
export const CHECKS: readonly CheckDoc[] = [
  syntaxError,
  unterminatedComment,
  unterminatedString,
  unexpectedCharacter,
  notText,
  tooLarge,
  tooDeep,
  includeMissing,
  includeOutside,
  includeUnreadable,
  includeCycle,
  includeTooDeep,
  includeTooMany,
  includeHasErrors,
  unknownUnit,
  unknownName,
  duplicateName,
  wrongKind,
  noReplicas,
  missingChoice,
  chooseCa,
  unknownValue,
  unknownPreset,
  badQuorum,
  leaderNotReplica,
  primaryNotReplica,
  syncTooLarge,
  witnessWithoutVotes,
  viaNotReplica,
  levelNotAllowed,
  duplicateInPartition,
  groupRouter,
  linkToItself,
  unknownLink,
  numberOutOfRange,
  unconnectedClient,
  operationWithoutClient,
  emptyPartition,
  contradictoryClause,
  ineffectiveClause,
  implicitMesh,
  lonelyStore,
  opError,
  opStale,
  opUnknown,
  opConflict,
  opLost,
  opNotKnown,
  opAccepted,
  acceptUnneeded,
  expectationFails,
  expectationNotKnown,
  needsImpossible,
  needsUnavailable,
  needsBroken,
  needsNotKnown,
];
