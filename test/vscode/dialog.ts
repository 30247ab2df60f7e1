import path from 'node:path';
import { askPage } from './page';

/** Answers the dialog that asks for a file, once it offers one of that kind. */
export async function saveAs(file: string): Promise<void> {
  await dialogAtRest(`value.endsWith('${path.extname(file)}')`);
  // The dialog looks into each folder that is typed, and may complete names meanwhile.
  do {
    await askPage('press', { key: 'Control+a' });
    await askPage('type', { text: file });
  } while ((await dialogAtRest('true')) !== file);
  // It does not hear the key while it looks into a folder, and shows nothing of that.
  do await askPage('press', { key: 'Enter' });
  while (!(await dialogCloses()));
}

/**
 * What stands in the dialog that asks for a file, when it has nothing more to look up and `condition` is true of its
 * `value`.
 */
async function dialogAtRest(condition: string): Promise<unknown> {
  return askPage('evaluate', {
    script: `new Promise((resolve, reject) => {
      const start = performance.now();
      const look = () => {
        const dialog = [...document.querySelectorAll('.quick-input-widget')].find((one) => one.style.display !== 'none');
        const value = dialog?.querySelector('.quick-input-box input')?.value ?? '';
        const isBusy = dialog?.querySelector('.monaco-progress-container.active') !== null;
        if (dialog !== undefined && !isBusy && ${condition}) resolve(value);
        else if (performance.now() - start > 15_000) reject(new Error(dialog === undefined ? 'no dialog' : 'the dialog has ' + value + (isBusy ? ' and is busy' : '')));
        else requestAnimationFrame(look);
      };
      look();
    })`,
  });
}

/** Whether the dialog goes away soon: it takes a moment for what it accepts. */
async function dialogCloses(): Promise<unknown> {
  return askPage('evaluate', {
    script: `new Promise((resolve) => {
      const start = performance.now();
      const look = () => {
        if ([...document.querySelectorAll('.quick-input-widget')].every((one) => one.style.display === 'none')) resolve(true);
        else if (performance.now() - start > 2000) resolve(false);
        else requestAnimationFrame(look);
      };
      look();
    })`,
  });
}
