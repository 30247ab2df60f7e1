import type { CheckDoc } from './check.js';

export const expectationNotKnown: CheckDoc = {
  code: 'expectation-not-known',
  severity: 'warning',
  title: "An expectation can't be decided",
  what: 'A limit was hit, or what is asked is not analysed.',
  why: 'Not known is not safe: the expectation neither holds nor fails.',
  remedy: 'Narrow what is asked: `under any 2 links`.',
  example:
    'node n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21, n22, n23, n24, n25\nclient app at n1\nstore s on n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21, n22, n23, n24, n25 { choose CP }\noperation get: read s from app\nexpect get ok under any 1 node',
};
