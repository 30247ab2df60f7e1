/** What a page offers to open: lessons, and samples by what they teach. */
export interface Library {
  readonly lessons: readonly Lesson[];
  readonly chapters: readonly { readonly teaches: string; readonly samples: readonly Entry[] }[];
}

/** A design to open, with all that it includes in its text; `name` is that of its file. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** What a page has of a library: the longest texts may be files beside it, `samples/NAME.txt`. */
export interface Offered {
  readonly lessons: readonly Lesson[];
  readonly chapters: readonly { readonly teaches: string; readonly samples: readonly OfferedEntry[] }[];
}

/** An entry whose text is there, or in a file that is fetched when somebody opens it. */
export type OfferedEntry = Omit<Entry, 'text'> & Partial<Pick<Entry, 'text'>>;

/** A question about a design, and as answers the worst verdicts that a request could get: predict, then look. */
export interface Lesson extends Entry {
  readonly question: string;
  /** The request. Without a partition, the network is whole. */
  readonly look: { readonly operation: string; readonly client: string; readonly partition?: string };
  /** `verdict`: as after `expect`. Exactly one of them is right. */
  readonly options: readonly { readonly verdict: string; readonly text: string }[];
  /** The verdict of the right option. */
  readonly answer: string;
  readonly why: string;
}

/** An include that has its line to itself. */
const INCLUDE = /^include[ \t]+"([^"\\]+)"[ \t]*$/gm;

/**
 * The lessons of `lessons/lessons.json` and the samples of `samples/order.json`, each in its order. `read` gives the
 * text of a file that is shipped with Netsplit; of one that is missing, there is nothing in the library.
 */
export function libraryOf(read: (path: string) => string | undefined): Library {
  const json = (path: string): unknown => JSON.parse(read(path) ?? '[]');
  // Both files are a part of the product, and tests read them as this does.
  const lessons = json('lessons/lessons.json') as readonly (Omit<Lesson, 'name' | 'text'> & {
    readonly file: string;
  })[];
  const chapters = json('samples/order.json') as readonly { readonly teaches: string; readonly samples: string[] }[];
  return {
    lessons: lessons.map(({ file, ...lesson }) => ({ ...lesson, name: file, text: read(`lessons/${file}`) ?? '' })),
    chapters: chapters.map(({ teaches, samples }) => ({
      teaches,
      samples: samples.map((name) => sample(name, read)),
    })),
  };
}

/** Where it is opened, the files that it includes are not: their texts stand in its own. */
function sample(name: string, read: (path: string) => string | undefined): Entry {
  const text = (read(`samples/${name}`) ?? '').replace(
    INCLUDE,
    (line, path: string) => read(`samples/${path}`)?.trimEnd() ?? line,
  );
  return { name, title: /^\/\/ *(.*)/.exec(text)?.[1] ?? name, text };
}
