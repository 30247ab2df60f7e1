import type { Lesson, Offered, OfferedEntry } from '#core';

/** Read once: the page has it for as long as it is open. */
export const LIBRARY: Offered = JSON.parse(
  document.getElementById('library-data')?.textContent ?? '{"lessons":[],"chapters":[]}',
) as Offered;

export function entryNamed(name: string): OfferedEntry | undefined {
  return [...LIBRARY.lessons, ...LIBRARY.chapters.flatMap(({ samples }) => samples)].find((one) => one.name === name);
}

/** Undefined where the server has not got the file of the text. */
export async function textOf({ name, text }: OfferedEntry): Promise<string | undefined> {
  if (text !== undefined) return text;
  try {
    const answer = await fetch(`samples/${name}.txt`);
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

export function lessonNamed(name: string): Lesson | undefined {
  return LIBRARY.lessons.find((one) => one.name === name);
}

/** Fills the menu; `opened` is told what is chosen. */
export function drawLibrary(menu: HTMLSelectElement, opened: (entry: OfferedEntry) => void): void {
  const numbered = LIBRARY.lessons.map((one, i) => ({ ...one, title: `${i + 1}. ${one.title}` }));
  const groups = [
    { teaches: 'Lessons: predict, then look', samples: numbered },
    ...LIBRARY.chapters.map(({ teaches, samples }) => ({ teaches: `Samples: ${teaches}`, samples })),
  ];
  menu.replaceChildren(
    new Option('Open…', '', true, true),
    ...groups.map(({ teaches, samples }) => {
      const group = document.createElement('optgroup');
      group.label = teaches;
      group.append(...samples.map(({ title, name }) => new Option(title, name)));
      return group;
    }),
  );
  menu.addEventListener('change', () => {
    const entry = entryNamed(menu.value);
    if (entry !== undefined) opened(entry);
  });
}
