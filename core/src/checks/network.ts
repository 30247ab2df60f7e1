import { error, information, warning } from './check.js';

/** Links, and who is connected by them. */
export const NETWORK = {
  /** Milder for a mesh of one member, which has no links at all. */
  linkToItself: error('link-to-itself', { milder: 'warning' }),
  emptyZone: error('empty-zone'),
  emptyRisk: error('empty-risk'),
  unknownLink: error('unknown-link', { isCompletedByIncluders: true }),
  unconnectedClient: warning('unconnected-client', { isCompletedByIncluders: true }),
  implicitMesh: information('implicit-mesh', { isCompletedByIncluders: true }),
};
