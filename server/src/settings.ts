import {
  ALWAYS_ERRORS,
  AS_IN_TABLE,
  CHECKS,
  LEVELS,
  type Level,
  type Loudness,
  RARE_FAULTS,
  type RareFaults,
} from '#core';
import { DidChangeConfigurationNotification, type Connection, type InitializeParams } from 'vscode-languageserver';

/** What a user can set, below `netsplit.` in the editor's settings. */
export interface Settings {
  readonly inlayHints: 'all' | 'problems' | 'off';
  readonly codeLens: boolean;
  readonly rareFaults: RareFaults;
  /** By code. */
  readonly diagnostics: { readonly severity: Loudness['severity'] };
}

export const DEFAULTS: Settings = {
  inlayHints: 'all',
  codeLens: true,
  rareFaults: 'hint',
  diagnostics: { severity: AS_IN_TABLE.severity },
};

/**
 * Settings from anything that an editor sends: a value that is not understood counts as absent, and an absent one stays
 * as it was.
 */
export function settingsFrom(value: unknown, otherwise: Settings = DEFAULTS): Settings {
  const { inlayHints, codeLens, rareFaults, diagnostics } = fieldsOf(value);
  const { severity } = fieldsOf(diagnostics);
  return {
    inlayHints: INLAY_HINTS.find((one) => one === inlayHints) ?? otherwise.inlayHints,
    codeLens: typeof codeLens === 'boolean' ? codeLens : otherwise.codeLens,
    rareFaults: RARE_FAULTS.find((one) => one === rareFaults) ?? otherwise.rareFaults,
    diagnostics:
      typeof severity === 'object' && severity !== null ? { severity: levelsOf(severity) } : otherwise.diagnostics,
  };
}

const INLAY_HINTS: readonly Settings['inlayHints'][] = ['all', 'problems', 'off'];

function fieldsOf(value: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Codes that are not known, and those that stay errors, are left out. */
function levelsOf(value: object): Loudness['severity'] {
  const given = fieldsOf(value);
  const levels: Record<string, Level> = {};
  for (const { code } of CHECKS) {
    const level = LEVELS.find((one) => one === given[code]);
    if (level !== undefined && !ALWAYS_ERRORS.has(code)) levels[code] = level;
  }
  return levels;
}

/**
 * Keeps the settings up to date. An editor that can be asked is asked, now and at each change; one that can't tells
 * them with its initialization options (`{ "settings": { … } }`) or with its notifications of changes (`{ "netsplit": {
 * … } }`). Those options also hold where one that can be asked knows nothing of us.
 */
export class LiveSettings {
  private settings = DEFAULTS;
  private initial = DEFAULTS;
  private wanted = loudnessOf(DEFAULTS);
  private readonly listeners: (() => void)[] = [];

  get current(): Settings {
    return this.settings;
  }

  /** How loudly things are said, where the file beside a design does not say it. The same object until a change. */
  get loudness(): Loudness {
    return this.wanted;
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
    const wanted = loudnessOf(this.settings);
    if (JSON.stringify(wanted) !== JSON.stringify(this.wanted)) this.wanted = wanted;
    for (const listener of this.listeners) listener();
  }
}

function loudnessOf({ rareFaults, diagnostics }: Settings): Loudness {
  return { rareFaults, severity: diagnostics.severity };
}
