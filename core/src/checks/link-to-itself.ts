import type { CheckDoc } from './check.js';

export const linkToItself: CheckDoc = {
  code: 'link-to-itself',
  severity: 'error',
  title: 'A link with one end',
  what: 'Both ends of a link are the same.',
  why: 'Nothing could be cut.',
  remedy: 'Name two different ends.',
  example: 'node a, b\nlink a -- b\nlink a -- a',
};
