import type { Preset } from './preset.js';

const EXPIRATION = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html';
const ERRORS = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html';
const STALE = 'https://www.rfc-editor.org/rfc/rfc9111.html#section-4.2.4';

export const cdn: readonly Preset[] = [
  {
    name: 'cdn',
    product: 'CDN',
    version: '(a shared HTTP cache of RFC 9111, such as CloudFront in 2025)',
    configuration:
      'each replica is an edge that has the page; an expired page may be served while the origin does not answer, as ' +
      'without must-revalidate',
    clauses: 'from source',
    levels: [
      {
        name: 'GET',
        access: 'read',
        level: 'local',
        what: 'the nearest edge answers from its cache, and asks the origin when the page has expired',
        source: EXPIRATION,
      },
    ],
    plain: { read: 'GET' },
    rules: [
      {
        clauses: ['from'],
        rule: 'An edge serves a page until it expires; then it asks the origin whether it has the latest version.',
        source: EXPIRATION,
      },
      {
        clauses: ['from'],
        rule: 'Where the origin does not respond, CloudFront goes on serving what is in the cache.',
        source: ERRORS,
      },
      {
        clauses: [],
        rule:
          'A cache that is disconnected may serve an expired page unless must-revalidate or the like forbids it. ' +
          'With that, write the time to live: `from origin bounded 60s`.',
        source: STALE,
      },
      {
        clauses: [],
        rule:
          'An edge passes a request for what it has not to the origin. Where visitors go to the origin by themselves ' +
          'when their edges are away, write `else origin`.',
        source: ERRORS,
      },
    ],
  },
];
