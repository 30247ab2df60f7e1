import { CstParser, type CstNode, type TokenType } from 'chevrotain';
import {
  ALL_TOKENS,
  Arrow,
  Bar,
  Both,
  Close,
  Colon,
  Comma,
  Equals,
  Name,
  Numeric,
  Open,
  Quoted,
  Semicolon,
  SOFT,
  STATEMENTS,
} from './tokens.js';

/**
 * The whole grammar on one page. One statement at a time: the text is split where a statement keyword begins a line, so
 * that no mistake reaches the next statement. Schemes, levels, guarantees, units and verdicts are names here: a new one
 * never touches the grammar.
 */
class CapParser extends CstParser {
  constructor() {
    super([...ALL_TOKENS], { recoveryEnabled: true, nodeLocationTracking: 'onlyOffset', maxLookahead: 2 });
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
      { ALT: () => this.SUBRULE(this.operation) },
      { ALT: () => this.SUBRULE(this.partition) },
      { ALT: () => this.SUBRULE(this.expect) },
      { ALT: () => this.SUBRULE(this.accept) },
      { ALT: () => this.SUBRULE(this.explore) },
      { ALT: () => this.SUBRULE(this.include) },
    ]);
  });

  readonly names = this.RULE('names', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.CONSUME(Name) });
  });

  readonly node = this.RULE('node', () => {
    this.CONSUME(STATEMENTS.node);
    this.SUBRULE(this.names);
  });

  readonly zone = this.RULE('zone', () => {
    this.CONSUME(STATEMENTS.zone);
    this.CONSUME(Name);
    this.CONSUME(Open);
    this.MANY(() => this.SUBRULE(this.node));
    this.CONSUME(Close);
  });

  readonly router = this.RULE('router', () => {
    this.CONSUME(STATEMENTS.router);
    this.SUBRULE(this.names);
  });

  readonly client = this.RULE('client', () => {
    this.CONSUME(STATEMENTS.client);
    this.SUBRULE(this.names);
    this.OPTION(() => this.SUBRULE(this.placement));
    this.OPTION1(() => {
      this.CONSUME(SOFT.via);
      this.SUBRULE1(this.names, { LABEL: 'viaNames' });
    });
  });

  readonly placement = this.RULE('placement', () => {
    this.OR([{ ALT: () => this.CONSUME(SOFT.in) }, { ALT: () => this.CONSUME(SOFT.at) }]);
    this.CONSUME(Name);
  });

  readonly link = this.RULE('link', () => {
    this.CONSUME(STATEMENTS.link);
    this.OPTION(() => {
      this.CONSUME(Name, { LABEL: 'label' });
      this.CONSUME(Colon);
    });
    this.CONSUME1(Name, { LABEL: 'from' });
    this.OR([{ ALT: () => this.CONSUME(Both) }, { ALT: () => this.CONSUME(Arrow) }]);
    this.CONSUME2(Name, { LABEL: 'to' });
    this.SUBRULE(this.wire);
  });

  readonly mesh = this.RULE('mesh', () => {
    this.CONSUME(STATEMENTS.mesh);
    this.SUBRULE(this.names);
    this.SUBRULE(this.wire);
  });

  readonly wire = this.RULE('wire', () => {
    this.OPTION(() => this.CONSUME(Numeric, { LABEL: 'roundTrip' }));
    this.OPTION1(() => {
      this.CONSUME(SOFT.fails);
      this.CONSUME1(Numeric, { LABEL: 'fails' });
    });
  });

  readonly store = this.RULE('store', () => {
    this.CONSUME(STATEMENTS.store);
    this.CONSUME(Name);
    this.CONSUME(SOFT.on);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.member) });
    this.OPTION(() => {
      this.CONSUME(Open);
      this.MANY(() => this.SUBRULE(this.clause));
      this.CONSUME(Close);
    });
  });

  readonly member = this.RULE('member', () => {
    this.OPTION(() => this.CONSUME(SOFT.witness));
    this.CONSUME(Name);
  });

  readonly clause = this.RULE('clause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.choose) },
      { ALT: () => this.SUBRULE(this.replicate) },
      { ALT: () => this.SUBRULE(this.onPartition) },
      { ALT: () => this.SUBRULE(this.merge) },
      { ALT: () => this.SUBRULE(this.like) },
      { ALT: () => this.SUBRULE(this.detect) },
      { ALT: () => this.SUBRULE(this.rejoin) },
    ]);
    this.OPTION(() => this.CONSUME(Semicolon));
  });

  readonly choose = this.RULE('choose', () => {
    this.CONSUME(SOFT.choose);
    this.CONSUME(Name);
  });

  readonly replicate = this.RULE('replicate', () => {
    this.CONSUME(SOFT.replicate);
    this.CONSUME(Name, { LABEL: 'scheme' });
    this.MANY({ GATE: () => !this.atClause(), DEF: () => this.SUBRULE(this.argument) });
  });

  readonly argument = this.RULE('argument', () => {
    this.OR([
      { ALT: () => this.CONSUME(Numeric) },
      { ALT: () => this.CONSUME(Comma) },
      {
        ALT: () => {
          this.CONSUME(Name);
          this.OPTION(() => {
            this.CONSUME(Equals);
            this.CONSUME1(Numeric, { LABEL: 'value' });
          });
        },
      },
    ]);
  });

  readonly onPartition = this.RULE('onPartition', () => {
    this.CONSUME(SOFT.on);
    this.CONSUME(STATEMENTS.partition);
    this.CONSUME(Name);
    this.OPTION(() => this.CONSUME(Numeric));
  });

  readonly merge = this.RULE('merge', () => {
    this.CONSUME(SOFT.merge);
    this.CONSUME(Name);
  });

  readonly like = this.RULE('like', () => {
    this.CONSUME(SOFT.like);
    this.CONSUME(Name);
  });

  readonly rejoin = this.RULE('rejoin', () => {
    this.CONSUME(SOFT.rejoin);
    this.CONSUME(Name);
  });

  readonly detect = this.RULE('detect', () => {
    this.CONSUME(SOFT.detect);
    this.CONSUME(Numeric);
  });

  readonly operation = this.RULE('operation', () => {
    this.CONSUME(STATEMENTS.operation);
    this.CONSUME(Name);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Colon);
          this.SUBRULE(this.access);
          this.CONSUME1(SOFT.from);
          this.SUBRULE(this.names);
          this.MANY(() => this.SUBRULE1(this.demand));
        },
      },
      {
        ALT: () => {
          this.CONSUME2(SOFT.from);
          this.SUBRULE1(this.names);
          this.CONSUME(Open);
          this.MANY1(() => this.SUBRULE(this.step));
          this.CONSUME(Close);
        },
      },
    ]);
  });

  readonly step = this.RULE('step', () => {
    this.SUBRULE(this.access);
    this.OPTION(() => this.CONSUME(Semicolon));
  });

  readonly access = this.RULE('access', () => {
    this.OR([{ ALT: () => this.CONSUME(SOFT.read) }, { ALT: () => this.CONSUME(SOFT.write) }]);
    this.CONSUME(Name);
    this.MANY(() => this.SUBRULE(this.demand));
  });

  readonly demand = this.RULE('demand', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(SOFT.level);
          this.CONSUME(Name, { LABEL: 'level' });
          this.OPTION(() => this.CONSUME(Numeric));
        },
      },
      {
        ALT: () => {
          this.CONSUME(SOFT.needs);
          this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.need) });
        },
      },
    ]);
  });

  readonly need = this.RULE('need', () => {
    this.CONSUME(Name);
    this.OPTION(() => this.CONSUME(Numeric));
  });

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
      { ALT: () => this.SUBRULE(this.groups) },
    ]);
    this.OPTION(() => this.CONSUME(Semicolon));
  });

  readonly cut = this.RULE('cut', () => {
    this.CONSUME(SOFT.cut);
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
    this.CONSUME1(Name, { LABEL: 'verdict' });
    this.OPTION2(() => {
      this.CONSUME(SOFT.beyond);
      this.CONSUME(SOFT.lag);
    });
    this.OPTION3(() => this.SUBRULE(this.under));
    this.OPTION4(() => {
      this.CONSUME(SOFT.while);
      this.CONSUME(SOFT.detecting);
    });
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
        },
      },
      {
        ALT: () => {
          this.CONSUME1(Name, { LABEL: 'first' });
          this.OPTION({
            GATE: () => this.LA(1).tokenType !== SOFT.while,
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
    this.OPTION(() => this.CONSUME2(Name, { LABEL: 'reason' }));
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

  /** A clause word begins the next clause, unless an `=` makes it a setting. */
  private atClause(): boolean {
    const clauses: readonly TokenType[] = [
      SOFT.choose,
      SOFT.replicate,
      SOFT.on,
      SOFT.merge,
      SOFT.like,
      SOFT.detect,
      SOFT.rejoin,
    ];
    return clauses.includes(this.LA(1).tokenType) && this.LA(2).tokenType !== Equals;
  }

  /** `cut`, `isolate` and `down` are names where a group goes on behind them. */
  private atAction(): boolean {
    const next = this.LA(2).tokenType;
    return next !== Bar && next !== Comma;
  }

  /** `any` is a partition's name where nothing that could be counted follows. */
  private startsFamily(): boolean {
    const next = this.LA(2).tokenType;
    return (
      this.LA(1).tokenType === SOFT.any &&
      (next === Numeric || (next !== SOFT.while && (next.CATEGORIES?.includes(Name) ?? false)))
    );
  }
}

/** The one instance: making one costs milliseconds, using it leaves nothing behind. */
export const parser = new CapParser();

export type Rule = 'statement';

export type { CstNode };
