/** Shows something above the page, until it is closed. */
export function showDialog(title: string, ...content: readonly Node[]): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  const heading = document.createElement('h2');
  heading.textContent = title;
  dialog.setAttribute('aria-label', title);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(heading, ...content, close);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function paragraph(text: string): HTMLElement {
  const drawn = document.createElement('p');
  drawn.textContent = text;
  return drawn;
}

export function codeBlock(text: string): HTMLElement {
  const drawn = document.createElement('pre');
  drawn.textContent = text;
  drawn.tabIndex = 0;
  return drawn;
}
