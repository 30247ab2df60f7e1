// Pages in packages: no link leads beside the page, and a release knows where it leads instead.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packagedPage, repositoryAddress } from '../../scripts/pages.mjs';
import { missingForRelease } from '../../scripts/release.mjs';
import { repo } from '../../scripts/setup.mjs';

const page = `# A page

![A picture](images/a.png)

See [the docs](docs/a.md#part), [\`code\`](samples), [elsewhere](https://example.org/a) and [below](#below).

[![A picture that is a link](./images/b.png)](docs/b.md)

\`[not](a/link)\` and \`store s on a[1](b)\`

\`\`\`md
[an example](of/code)
\`\`\`
`;

test('links lead to the repository as it was at the version', () => {
  const repository = { type: 'git', url: 'git+https://example.org/us/netsplit.git' };
  const packaged = packagedPage(page, { repository, version: '1.2.3' });
  expect(packaged).toContain('![A picture](https://example.org/us/netsplit/raw/v1.2.3/images/a.png)');
  expect(packaged).toContain('[the docs](https://example.org/us/netsplit/blob/v1.2.3/docs/a.md#part)');
  expect(packaged).toContain('[`code`](https://example.org/us/netsplit/blob/v1.2.3/samples)');
  expect(packaged).toContain(
    '[![A picture that is a link](https://example.org/us/netsplit/raw/v1.2.3/images/b.png)]' +
      '(https://example.org/us/netsplit/blob/v1.2.3/docs/b.md)',
  );
  for (const kept of [
    '[elsewhere](https://example.org/a)',
    '[below](#below)',
    '`[not](a/link)`',
    '[an example](of/code)',
  ])
    expect(packaged).toContain(kept);
});

test('without an address, text stays text and pictures are left out', () => {
  const packaged = packagedPage(page, { version: '1.2.3' });
  expect(packaged).toContain('See the docs, `code`, [elsewhere](https://example.org/a) and [below](#below).');
  expect(packaged).not.toContain('picture');
  expect(packaged).toContain('[an example](of/code)');
});

test.each([
  ['git+https://example.org/us/netsplit.git', 'https://example.org/us/netsplit'],
  ['https://example.org/us/netsplit/', 'https://example.org/us/netsplit'],
  [undefined, undefined],
])('the address of a repository %s is %s', (url, address) => {
  expect(repositoryAddress({ repository: url })).toBe(address);
  expect(repositoryAddress({ repository: url && { url } })).toBe(address);
});

test('what README and CHANGELOG link to exists', () => {
  const dead = ['README.md', 'CHANGELOG.md'].flatMap((file) => {
    const text = readFileSync(path.join(repo, file), 'utf8');
    return [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => target)
      .filter((target) => !existsSync(path.join(repo, target)));
  });
  expect(dead).toEqual([]);
});

test('a release asks for each address that is not known, and for its section of the changelog', () => {
  const known = { version: '1.2.3', repository: 'https://example.org/r', bugs: 'https://e', homepage: 'https://e' };
  expect(missingForRelease(known, '# Changelog\n\n## 1.2.3\n')).toEqual([]);
  const [noRepository, noBugs, noHomepage, noSection, ...others] = missingForRelease(
    { version: '1.2.3' },
    '\n## 1.2.30\n',
  );
  expect(noRepository).toContain('"repository"');
  expect(noBugs).toContain('"bugs"');
  expect(noHomepage).toContain('"homepage"');
  expect(noSection).toContain('## 1.2.3');
  expect(others).toEqual([]);
  expect(missingForRelease({ ...known, repository: 'git@example.org:r.git' }, '\n## 1.2.3\n')[0]).toContain('https');
});
