import { DidChangeConfigurationNotification, type Connection, type InitializeParams } from 'vscode-languageserver';

/** What a user can set, below `netsplit.` in the editor's settings. */
export interface Settings {
  readonly inlayHints: 'all' | 'problems' | 'off';
  readonly codeLens: boolean;
}

export const DEFAULTS: Settings = { inlayHints: 'all', codeLens: true };

/**
 * Settings from anything that an editor sends: a value that is not understood counts as absent, and an absent one stays
 * as it was.
 */
export function settingsFrom(value: unknown, otherwise: Settings = DEFAULTS): Settings {
  const given: { readonly inlayHints?: unknown; readonly codeLens?: unknown } =
    typeof value === 'object' && value !== null ? value : {};
  const { inlayHints, codeLens } = given;
  return {
    inlayHints:
      inlayHints === 'all' || inlayHints === 'problems' || inlayHints === 'off' ? inlayHints : otherwise.inlayHints,
    codeLens: typeof codeLens === 'boolean' ? codeLens : otherwise.codeLens,
  };
}

/**
 * Keeps the settings up to date. An editor that can be asked is asked, now and at each change; one that can't tells
 * them with its initialization options (`{ "settings": { … } }`) or with its notifications of changes (`{ "netsplit": {
 * … } }`). Those options also hold where one that can be asked knows nothing of us.
 */
export class LiveSettings {
  private settings = DEFAULTS;
  private initial = DEFAULTS;
  private readonly listeners: (() => void)[] = [];

  get current(): Settings {
    return this.settings;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  listen(connection: Connection, { capabilities, initializationOptions }: InitializeParams): void {
    const options: unknown = initializationOptions;
    if (typeof options === 'object' && options !== null && 'settings' in options)
      this.settings = this.initial = settingsFrom(options.settings);
    const canBeAsked = capabilities.workspace?.configuration === true;
    const ask = async (): Promise<void> => {
      try {
        this.take(await connection.workspace.getConfiguration('netsplit'));
      } catch (error) {
        connection.console.error(`The settings could not be read: ${String(error)}`);
      }
    };
    connection.onInitialized(() => {
      if (!canBeAsked) return;
      if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'netsplit' });
      }
      void ask();
    });
    connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
      if (canBeAsked) void ask();
      else if (typeof settings === 'object' && settings !== null && 'netsplit' in settings)
        this.take(settings.netsplit);
    });
  }

  private take(value: unknown): void {
    this.settings = settingsFrom(value, this.initial);
    for (const listener of this.listeners) listener();
  }
}
