import {
  Arrow,
  Bar,
  Both,
  Close,
  Comma,
  Day,
  Name,
  Numeric,
  Open,
  Quoted,
  Semicolon,
  SOFT,
  STATEMENTS,
} from '../tokens.js';
import { isUnitPhrase } from '../language/units.js';
import { isPercentile } from '../percentile.js';
import { StoreGrammar } from './stores.js';

/** Partitions, and what is expected, accepted and explored under faults. */
export class FaultGrammar extends StoreGrammar {
  readonly partition = this.RULE('partition', () => {
    this.CONSUME(STATEMENTS.partition);
    this.CONSUME(Name);
    this.CONSUME(Open);
    this.MANY(() => this.SUBRULE(this.line));
    this.CONSUME(Close);
  });

  readonly line = this.RULE('line', () => {
    this.OR([
      { GATE: () => this.atAction(), ALT: () => this.SUBRULE(this.cut) },
      { GATE: () => this.atAction(), ALT: () => this.SUBRULE(this.isolate) },
      { GATE: () => this.atAction(), ALT: () => this.SUBRULE(this.down) },
      { GATE: () => this.atAction(), ALT: () => this.SUBRULE(this.destroy) },
      { ALT: () => this.SUBRULE(this.groups) },
    ]);
    this.OPTION(() => this.CONSUME(Semicolon));
  });

  readonly cut = this.RULE('cut', () => {
    this.CONSUME(SOFT.cut);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.cutLink) });
  });

  /** A link by its name, or by its ends. */
  readonly cutLink = this.RULE('cutLink', () => {
    this.CONSUME(Name, { LABEL: 'from' });
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(Both) }, { ALT: () => this.CONSUME(Arrow) }]);
      this.CONSUME1(Name, { LABEL: 'to' });
    });
  });

  readonly isolate = this.RULE('isolate', () => {
    this.CONSUME(SOFT.isolate);
    this.SUBRULE(this.names);
  });

  readonly down = this.RULE('down', () => {
    this.CONSUME(SOFT.down);
    this.SUBRULE(this.names);
    this.OPTION({ GATE: () => this.atAction(), DEF: () => this.CONSUME(SOFT.destroyed) });
  });

  readonly destroy = this.RULE('destroy', () => {
    this.CONSUME(SOFT.destroy);
    this.SUBRULE(this.names);
  });

  readonly groups = this.RULE('groups', () => {
    this.SUBRULE(this.names);
    this.AT_LEAST_ONE(() => {
      this.CONSUME(Bar);
      this.SUBRULE1(this.names);
    });
  });

  readonly expect = this.RULE('expect', () => {
    this.CONSUME(STATEMENTS.expect);
    this.CONSUME(Name, { LABEL: 'operation' });
    this.OPTION(() => {
      this.CONSUME(SOFT.from);
      this.SUBRULE(this.names);
    });
    this.OPTION1(() => this.CONSUME(SOFT.never));
    this.OR([
      { GATE: () => this.LA(1).tokenType === SOFT.within, ALT: () => this.SUBRULE(this.within) },
      {
        ALT: () => {
          this.CONSUME1(Name, { LABEL: 'verdict' });
          this.OPTION2(() => {
            this.CONSUME(SOFT.beyond);
            this.CONSUME(SOFT.lag);
          });
          this.OPTION4(() => this.SUBRULE(this.share));
        },
      },
    ]);
    this.OPTION3(() => this.SUBRULE(this.under));
    // Both are refused together, by a check that says why.
    this.MANY(() => this.SUBRULE(this.phase));
  });

  /** `within 200ms` or `within 200ms p99.9`. */
  readonly within = this.RULE('within', () => {
    this.CONSUME(SOFT.within);
    this.CONSUME(Numeric);
    this.OPTION({
      GATE: () => isPercentile(this.LA(1).image),
      DEF: () => this.CONSUME(Name, { LABEL: 'percentile' }),
    });
  });

  /** `99.99%`, `at most 0.01%` or `at most 5min a year`. */
  readonly share = this.RULE('share', () => {
    this.OR([
      { ALT: () => this.CONSUME(Numeric, { LABEL: 'least' }) },
      {
        // `most`, `a` and `year` are words here only, and names everywhere else.
        GATE: () => this.LA(2).image === 'most',
        ALT: () => {
          this.CONSUME(SOFT.at);
          this.CONSUME2(Name, { LABEL: 'word' });
          this.CONSUME1(Numeric, { LABEL: 'most' });
          this.OPTION({
            GATE: () => this.LA(1).image === 'a' && this.LA(2).image === 'year',
            DEF: () => {
              this.CONSUME(Name, { LABEL: 'a' });
              this.CONSUME1(Name, { LABEL: 'year' });
            },
          });
        },
      },
    ]);
  });

  readonly phase = this.RULE('phase', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(SOFT.while);
          this.CONSUME(SOFT.detecting);
        },
      },
      {
        ALT: () => {
          this.CONSUME(SOFT.once);
          this.CONSUME(SOFT.settled);
        },
      },
    ]);
  });

  readonly under = this.RULE('under', () => {
    this.CONSUME(SOFT.under);
    this.OR([
      { GATE: () => this.startsFamily(), ALT: () => this.SUBRULE(this.family) },
      {
        GATE: () => this.LA(1).tokenType === SOFT.no && this.LA(2).tokenType === SOFT.fault,
        ALT: () => {
          this.CONSUME(SOFT.no);
          this.CONSUME(SOFT.fault);
        },
      },
      { ALT: () => this.CONSUME(Name) },
    ]);
  });

  readonly family = this.RULE('family', () => {
    this.CONSUME(SOFT.any);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.count) });
  });

  readonly count = this.RULE('count', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Numeric);
          this.CONSUME(Name);
          this.OPTION1({
            GATE: () => isUnitPhrase(this.LA(0).image, this.LA(1).image),
            DEF: () => this.CONSUME3(Name, { LABEL: 'more' }),
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME1(Name, { LABEL: 'first' });
          this.OPTION({
            GATE: () => !this.startsPhase(1),
            DEF: () => this.CONSUME2(Name, { LABEL: 'second' }),
          });
        },
      },
    ]);
  });

  readonly accept = this.RULE('accept', () => {
    this.CONSUME(STATEMENTS.accept);
    this.CONSUME(Name, { LABEL: 'verdict' });
    this.CONSUME(SOFT.on);
    this.CONSUME1(Name, { LABEL: 'operation' });
    this.OPTION({ GATE: () => !this.startsEnd(), DEF: () => this.CONSUME2(Name, { LABEL: 'reason' }) });
    this.OPTION1(() => {
      this.CONSUME(SOFT.until);
      this.CONSUME(Day);
    });
  });

  readonly explore = this.RULE('explore', () => {
    this.CONSUME(STATEMENTS.explore);
    this.OPTION({ GATE: () => this.startsFamily(), DEF: () => this.CONSUME(SOFT.any) });
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.count) });
  });

  readonly include = this.RULE('include', () => {
    this.CONSUME(STATEMENTS.include);
    this.CONSUME(Quoted);
  });

  /** Here `until` ends the acceptance; as a reason it would stand in quotes. */
  private startsEnd(): boolean {
    return this.LA(1).tokenType === SOFT.until;
  }

  /** `cut`, `isolate`, `down`, `destroy` and `destroyed` are names if a group continues after them. */
  private atAction(): boolean {
    const next = this.LA(2).tokenType;
    return next !== Bar && next !== Comma;
  }

  /** `any` is the name of a partition if no unit or count follows. */
  private startsFamily(): boolean {
    const next = this.LA(2).tokenType;
    return (
      this.LA(1).tokenType === SOFT.any &&
      (next === Numeric || (!this.startsPhase(2) && (next.CATEGORIES?.includes(Name) ?? false)))
    );
  }

  private startsPhase(ahead: number): boolean {
    const { tokenType } = this.LA(ahead);
    return tokenType === SOFT.while || tokenType === SOFT.once;
  }
}
