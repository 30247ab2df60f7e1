import type { CheckDoc } from './check.js';

export const opNotKnown: CheckDoc = {
  code: 'op-not-known',
  severity: 'warning',
  title: 'An operation is not analysed',
  what: 'A limit was hit, so nothing is known of the operation.',
  why: 'Not known is not safe: nothing is claimed.',
  remedy: 'Make the store smaller, or split it.',
  example:
    'node n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21, n22, n23, n24, n25\nclient app at n1\nstore s on n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21, n22, n23, n24, n25 { choose CP }\noperation get: read s from app',
};
