import { FaultGrammar } from './faults.js';

/**
 * The whole grammar. One statement at a time: the text is split where a statement keyword begins a line, so that no
 * mistake reaches the next statement. Schemes, levels, guarantees, units and verdicts are names here: a new one never
 * touches the grammar.
 */
export class CapParser extends FaultGrammar {
  /** With `isChecked`, the grammar is checked as well, which takes longer than to make it: a test does that. */
  constructor(isChecked = false) {
    super(isChecked);
    this.performSelfAnalysis();
  }

  readonly statement = this.RULE('statement', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.node) },
      { ALT: () => this.SUBRULE(this.zone) },
      { ALT: () => this.SUBRULE(this.router) },
      { ALT: () => this.SUBRULE(this.client) },
      { ALT: () => this.SUBRULE(this.link) },
      { ALT: () => this.SUBRULE(this.mesh) },
      { ALT: () => this.SUBRULE(this.store) },
      { ALT: () => this.SUBRULE(this.service) },
      { ALT: () => this.SUBRULE(this.operation) },
      { ALT: () => this.SUBRULE(this.partition) },
      { ALT: () => this.SUBRULE(this.risk) },
      { ALT: () => this.SUBRULE(this.expect) },
      { ALT: () => this.SUBRULE(this.accept) },
      { ALT: () => this.SUBRULE(this.explore) },
      { ALT: () => this.SUBRULE(this.include) },
    ]);
  });
}

/** The only instance: making one costs milliseconds, and a parse leaves no state in it. */
export const parser = new CapParser();
