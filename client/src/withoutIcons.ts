/** A text of the design for a label of VS Code, in which `$(name)` would be an icon. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
