import type { CheckDoc } from './check.js';

export const needsUnavailable: CheckDoc = {
  code: 'needs-unavailable',
  severity: 'warning',
  title: 'A guarantee and availability that exclude each other',
  what: 'The design `needs` something that is only had by refusing, and wants an answer all the same: by `choose AP`, or by an `expect` that fails.',
  why: 'While the network is parted, no design has both linearizability, or sequential consistency, and an answer for everybody (Gilbert & Lynch 2002; Bailis et al. 2014); what is sticky is lost by clients that change replicas (Mahajan, Alvisi & Dahlin 2011).',
  remedy: 'Give one of the two up: ask for a weaker guarantee, or take the expectation back.',
  example:
    'node a, b, c\nmesh a, b, c\nclient far at c\nstore s on a, b, c { choose CP }\noperation get: read s from far needs linearizable\npartition alone { a, b | c }\nexpect get available under alone',
};
