// Sizes that the linter does not look at: classes, and lines that the formatter leaves long.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, sources } from './sources.js';

const MOST_CLASS_LINES = 250;

test(`no class has more than ${MOST_CLASS_LINES} lines`, () => {
  const large = sources.flatMap((file) =>
    [...nodesOf(file)].filter(ts.isClassLike).flatMap((node) => {
      const lines = node.getText().split('\n').length;
      return lines > MOST_CLASS_LINES ? [`${file}: ${node.name?.text ?? 'a class'} has ${lines} lines`] : [];
    }),
  );
  expect(large).toEqual([]);
});
