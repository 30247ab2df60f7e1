import { CstParser } from 'chevrotain';
import {
  ALL_TOKENS,
  Arrow,
  Both,
  Close,
  Colon,
  Comma,
  Name,
  Numeric,
  Open,
  PlusMinus,
  Semicolon,
  SOFT,
  STATEMENTS,
} from '../tokens.js';
import { isPercentile } from '../percentile.js';

/** Nodes, zones, routers, clients and links. */
export class NetworkGrammar extends CstParser {
  constructor(isChecked: boolean) {
    super([...ALL_TOKENS], {
      recoveryEnabled: true,
      nodeLocationTracking: 'onlyOffset',
      // One token decides nearly everywhere; a rule that needs two says so. Two everywhere cost 7 ms at each start.
      maxLookahead: 1,
      skipValidations: !isChecked,
    });
  }

  readonly names = this.RULE('names', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.CONSUME(Name) });
  });

  readonly node = this.RULE('node', () => {
    this.CONSUME(STATEMENTS.node);
    this.SUBRULE(this.names);
    this.OPTION(() => this.SUBRULE(this.failing));
  });

  readonly failing = this.RULE('failing', () => {
    this.CONSUME(SOFT.fails);
    this.CONSUME(Numeric);
  });

  readonly zone = this.RULE('zone', () => {
    this.CONSUME(STATEMENTS.zone);
    this.CONSUME(Name);
    this.OPTION1(() => this.SUBRULE(this.failing));
    this.CONSUME(Open);
    this.MANY(() => {
      this.SUBRULE(this.node);
      this.OPTION(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(Close);
  });

  readonly risk = this.RULE('risk', () => {
    this.CONSUME(STATEMENTS.risk);
    this.CONSUME(Name);
    this.CONSUME(Open);
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.threatened) });
    this.CONSUME(Close);
    this.OPTION(() => this.SUBRULE(this.failing));
  });

  readonly threatened = this.RULE('threatened', () => {
    this.CONSUME(Name, { LABEL: 'from' });
    this.OPTION(() => {
      this.CONSUME(Both);
      this.CONSUME1(Name, { LABEL: 'to' });
    });
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
    this.OPTION({
      MAX_LOOKAHEAD: 2,
      DEF: () => {
        this.CONSUME(Name, { LABEL: 'label' });
        this.CONSUME(Colon);
      },
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
    this.OPTION(() => {
      this.CONSUME(Numeric, { LABEL: 'roundTrip' });
      this.OPTION2({
        GATE: () => this.LA(1).tokenType === PlusMinus || isPercentile(this.LA(1).image),
        DEF: () => this.SUBRULE(this.spread),
      });
    });
    this.OPTION1(() => {
      this.CONSUME(SOFT.fails);
      this.CONSUME1(Numeric, { LABEL: 'fails' });
    });
  });

  /** `± 10ms` or `p99 200ms`. */
  readonly spread = this.RULE('spread', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(PlusMinus);
          this.CONSUME(Numeric, { LABEL: 'deviation' });
        },
      },
      {
        // A percentile is a word here only, and a name everywhere else.
        GATE: () => isPercentile(this.LA(1).image),
        ALT: () => {
          this.CONSUME(Name, { LABEL: 'percentile' });
          this.CONSUME1(Numeric, { LABEL: 'slow' });
        },
      },
    ]);
  });
}
