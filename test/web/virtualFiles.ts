import * as vscode from 'vscode';

/**
 * Files that are in no file system, as those of a repository that vscode.dev shows. Folders are there while something
 * is in them.
 */
export class VirtualFiles implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private readonly contents: Map<string, Uint8Array>;

  /** By path, which begins with a slash. */
  constructor(contents: Iterable<readonly [string, Uint8Array]>) {
    this.contents = new Map(contents);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const isFolder = uri.path === '/' || this.namesIn(uri.path).size > 0;
    return {
      type: isFolder ? vscode.FileType.Directory : vscode.FileType.File,
      ctime: 0,
      mtime: 0,
      size: isFolder ? 0 : this.readFile(uri).length,
    };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return [...this.namesIn(path)];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const content = this.contents.get(path);
    if (content === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.contents.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.contents.set(uri.path, content);
    this.changes.fire([{ type, uri }]);
  }

  createDirectory(): void {
    // It will be there with its first file.
  }

  delete(uri: vscode.Uri): void {
    this.contents.delete(uri.path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private namesIn(folder: string): Map<string, vscode.FileType> {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    const below = [...this.contents.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length).split('/'));
    return new Map(
      below.map(([name = '', ...rest]) => [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File]),
    );
  }
}
