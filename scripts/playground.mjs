// The playground as a static folder, which any web server serves: a page, its script and style, and the worker that has
// the core. What `netsplit play` writes has the same parts in one file.

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NO_LANGUAGE } from './build.mjs';
import { repo } from './setup.mjs';

/** Takes the style sheet from dist/, as `build` leaves it. */
export async function buildPlayground(to) {
  mkdirSync(to, { recursive: true });
  cpSync(path.join(repo, 'dist/play.css'), path.join(to, 'play.css'));
  await bundle('page/src/play.ts', path.join(to, 'play.js'));
  await bundle('page/src/play/worker.ts', path.join(to, 'worker.js'));
  const { libraryOf, playgroundSite } = await loadPage();
  const read = (name) => {
    const file = path.join(repo, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const library = libraryOf(read);
  // A visitor begins with a lesson: each sample is a file that is fetched when somebody opens it.
  const fetched = library.chapters.flatMap(({ samples }) => samples);
  mkdirSync(path.join(to, 'samples'), { recursive: true });
  for (const { name, text } of fetched) writeFileSync(path.join(to, 'samples', `${name}.txt`), text);
  writeFileSync(path.join(to, 'index.html'), playgroundSite(library, fetched));
}

/**
 * The core on the command line has all that it needs; of that, the page uses two thirds, which are found here. This
 * bundler makes 4 % less of it than the other one, which everything else is built with, since it needs no tests' tools.
 */
async function bundle(input, file) {
  const { rolldown } = await import('rolldown');
  const bundled = await rolldown({
    cwd: repo,
    input,
    platform: 'browser',
    logLevel: 'warn',
    resolve: { alias: NO_LANGUAGE },
    // A file of the core that nothing is used of is left out, style sheets in it as well.
    treeshake: { moduleSideEffects: (id) => !id.includes('/core/src/'), propertyReadSideEffects: false },
    plugins: [textFiles, hintedPatterns, checkedGrammar, usedGraphs, usedEditor],
  });
  await bundled.write({ file, format: 'iife', minify: true, comments: false });
  await bundled.close();
}

/** `import text from './header.pml?raw'`, as the tests' runner reads it too. */
const textFiles = {
  name: 'text files',
  load: (id) =>
    id.endsWith('?raw') ? `export default ${JSON.stringify(readFileSync(id.slice(0, -'?raw'.length), 'utf8'))}` : null,
};

/**
 * The parser library can check the words and the grammar as they are made. Ours are checked by their test, and made
 * everywhere else without that (`skipValidations`): the page has nothing of the checks and their messages, nor of
 * what proposes the next word or writes the grammar down, which nothing here uses: 5 KB compressed.
 */
const checkedGrammar = {
  name: 'checked grammar',
  load: (id) =>
    /[\\/]@?chevrotain[\\/].*[\\/]src[\\/]((parse|scan)[\\/].*|model)\.js$/.test(id)
      ? readFileSync(id, 'utf8')
          .replace(
            /^export function ((validate|perform|nextPossible|serialize)\w+)\([^]*?^\}/gm,
            'export const $1 = () => [];',
          )
          // What a wrong grammar is told: the test of ours throws with these texts.
          .replace(/\b(PRINT_ERROR|PRINT_WARNING|Error)\([`"'][^]*?\);$/gm, '$1();')
          // Ours is the visitor that has no defaults.
          .replace(/^ {4}getBaseCstVisitorConstructorWithDefaults\(\) \{[^]*?^ {4}\}$/m, '')
          // Our rules have no fifth option, list or word of one kind, and fewer of some kinds.
          .replace(/^ {4}([A-Z_]+[5-9]|(AT_LEAST_ONE|MANY|AT_LEAST_ONE_SEP|MANY_SEP|SUBRULE)4)\([^]*?^ {4}\}$/gm, '')
          .replace(/^ {4}(AT_LEAST_ONE(_SEP)?[1-3]|MANY_SEP[1-3]|SUBRULE[23]|MANY[23]|CONSUME4)\([^]*?^ {4}\}$/gm, '')
          .replace(/^ {4}(OVERRIDE_RULE|getSerializedGastProductions)\([^]*?^ {4}\}$/gm, '')
          .replace(/^export const (defaultGrammar\w+) = \{[^]*?^\};/gm, 'export const $1 = {};')
          // What it says of a wrong text; we say it in our own words.
          .replace(/^ {4}(build\w+Message)\([^]*?^ {4}\}/gm, '$1() {}')
          .replace(/this\.errorMessageProvider\.build\w+\(\{[^]*?\}\)/g, "''")
          .replace(/const ruleName = this\.\w+\(\);\s*const ruleGrammar = [^]*?(?=const (previousToken|msg) )/g, '')
          // Where a node begins and ends is noted in one of four ways: ours goes on after a mistake and knows no lines.
          .replace(
            /^ {8}if \(!this\.outputCst\) \{[^]*?^ {8}\}\n {8}else \{[^]*?^ {8}\}$/m,
            `this.setNodeLocationFromToken = this.setNodeLocationFromNode = setNodeLocationOnlyOffset;
            this.cstPostRule = () => {};
            this.setInitialNodeLocation = this.setInitialNodeLocationOnlyOffsetRecovery;`,
          )
          .replace(/^ {4}(setInitialNodeLocation(OnlyOffsetRegular|Full\w+)|cstPostRule\w+)\([^]*?^ {4}\}$/gm, '')
          // What looks for mistakes in a grammar while it is taken down.
          .replace(/^ {4,8}assertMethodIdxIsValid\(occurrence\);$/gm, '')
          .replace(/^ {8}if \(!(ruleToCall |hasShortKeyProperty\(tokType\))[^]*?^ {8}\}$/gm, '')
          .replace(/^ {12}if \((originalError\.KNOWN|tokenVocabulary(\.length|\[0\]))[^]*?^ {12}\}$/gm, '')
          .replace(/^ {8}if \((Object\.hasOwn\(config, "serialized|this\.selfAnalysisDone\))[^]*?^ {8}\}$/gm, '')
          // Ours makes a tree.
          .replace(/^ {8}else \{\s+coreRuleFunction = [^]*?^ {8}\}$/m, '')
          // How long it takes to begin.
          .replace(/TRACE_INIT\("[^"]*"/g, 'TRACE_INIT(""')
          .replace(/^ {4}(initPerformanceTracer)\([^]*?^ {4}\}/m, '$1() {}')
          .replace(/if \(this\.traceInitPerf === true\) \{[^]*?else \{\s*(return phaseImpl\(\);)\s*\}/g, '$1')
      : null,
};

/** The library of the editor without what nobody sees here, and what it says of a wrong use of it. */
const usedEditor = {
  name: 'used editor',
  load: (id) =>
    /[\\/]@codemirror[\\/]\w+[\\/]dist[\\/]index\.js$/.test(id)
      ? readFileSync(id, 'utf8')
          .replace(/\b((?:Range)?Error)\((["`])(?:(?!\2).)*\2\)/g, '$1()')
          // The list of mistakes below the text, which no key of ours opens.
          .replace(/^class LintPanel \{[^]*?^\}/m, 'class LintPanel {}')
      : null,
};

/**
 * The library for layouts never asks for a part of a graph. Its searches for paths, trees and cycles it offers in
 * objects that are filled when it loads, of which it asks for two. Without the others, 2 KB compressed are left out.
 */
const usedGraphs = {
  name: 'used graphs',
  load: (id) =>
    id.endsWith('dagre.esm.js')
      ? readFileSync(id, 'utf8')
          .replace(/filterNodes\(e\)\{[^]*?(?=setDefaultEdgeLabel\()/, '')
          .replace(/\b\w+\(\w+,\{(\w+:\(\)=>[\w$]+,?)+\}\);/g, (filled) =>
            filled.replace(/\b(?!preorder|postorder)\w+:\(\)=>[\w$]+,?/g, ''),
          )
          .replace(/sinks\(\)\{[^]*?(?=setNode\([\w,]+\)\{)/, '')
          .replace(/setPath\([^]*?(?=setEdge\([\w,]+\)\{)/, '')
          // Of its ways to break circles and to rank, ours is the one by default.
          .replace(/\w+\.graph\(\)\.acyclicer==="greedy"\?\w+\(\w+,\w+\(\w+\)\):/, '')
          .replace(/let \w+=\w+\.graph\(\)\.ranker;[^}]*default:(\w+\(\w+\))\}/, '$1')
      : null,
};

/**
 * Our patterns say what they begin with, and whether they go over lines, so that nobody has to read them: the page has
 * no parser for patterns, which is 4 KB compressed. What could be made faster for a pattern that is understood, such as
 * blanks, stays as it is.
 */
const hintedPatterns = {
  name: 'hinted patterns',
  load: (id) => {
    const [, name] = /[\\/]chevrotain[\\/].*[\\/]scan[\\/](reg_exp|reg_exp_parser)\.js$/.exec(id) ?? [];
    if (name === 'reg_exp_parser')
      return `export const getRegExpAst = () => { throw Error('not read here'); };
        export const clearRegExpParserCache = () => {};`;
    if (name === 'reg_exp')
      return `export const failedOptimizationPrefixMsg = '', getOptimizedStartCodesIndices = () => [],
        canMatchCharCode = () => false;`;
    return null;
  },
};

async function loadPage() {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: repo,
    stdin: {
      contents: 'export { playgroundSite } from "./cli/src/playground.ts"; export { libraryOf } from "#core";',
      resolveDir: repo,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    loader: { '.pml': 'text' },
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}
