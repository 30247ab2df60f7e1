import type { TokenType } from 'chevrotain';
import { clausesOf } from '../language/index.js';
import { Close, Colon, Comma, Equals, Name, Numeric, Open, Semicolon, SOFT, STATEMENTS } from '../tokens.js';
import { NetworkGrammar } from './network.js';

/** The words that end the arguments of the clause before them. */
const STORE_CLAUSES: readonly TokenType[] = clausesOf('store').map((word) => SOFT[word]);

/** Stores and the operations on them. */
export class StoreGrammar extends NetworkGrammar {
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
    this.OR({
      // `observer` and `witness` are names as well.
      MAX_LOOKAHEAD: 2,
      DEF: [
        {
          ALT: () => {
            this.CONSUME(SOFT.observer);
            this.CONSUME(Name);
            this.OPTION(() => {
              this.CONSUME(SOFT.of);
              this.CONSUME1(Name, { LABEL: 'from' });
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME(SOFT.witness);
            this.CONSUME2(Name);
          },
        },
        { ALT: () => this.CONSUME3(Name) },
      ],
    });
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
      { ALT: () => this.SUBRULE(this.requires) },
      { ALT: () => this.SUBRULE(this.membership) },
      { ALT: () => this.SUBRULE(this.derived) },
      { ALT: () => this.SUBRULE(this.instead) },
    ]);
    this.OPTION(() => this.CONSUME(Semicolon));
  });

  readonly derived = this.RULE('from', () => {
    this.CONSUME(SOFT.from);
    this.CONSUME(Name);
    this.OPTION({
      GATE: () => this.LA(1).image === 'bounded',
      DEF: () => {
        this.CONSUME1(Name, { LABEL: 'bounded' });
        this.CONSUME(Numeric);
      },
    });
  });

  readonly instead = this.RULE('else', () => {
    this.CONSUME(SOFT.else);
    this.CONSUME(Name);
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

  readonly membership = this.RULE('membership', () => {
    this.CONSUME(SOFT.membership);
    this.CONSUME(Name);
  });

  readonly detect = this.RULE('detect', () => {
    this.CONSUME(SOFT.detect);
    this.CONSUME(Numeric);
  });

  readonly service = this.RULE('service', () => {
    this.CONSUME(STATEMENTS.service);
    this.CONSUME(Name);
    this.CONSUME(SOFT.on);
    this.SUBRULE(this.names);
    this.OPTION(() => {
      this.CONSUME(Open);
      this.MANY(() => {
        this.SUBRULE(this.requires);
        this.OPTION1(() => this.CONSUME(Semicolon));
      });
      this.CONSUME(Close);
    });
  });

  readonly requires = this.RULE('requires', () => {
    this.CONSUME(SOFT.requires);
    this.SUBRULE(this.names);
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
          this.OPTION(() => this.SUBRULE(this.through));
          this.MANY(() => this.SUBRULE1(this.demand));
        },
      },
      {
        ALT: () => {
          this.CONSUME2(SOFT.from);
          this.SUBRULE1(this.names);
          this.OPTION1(() => this.SUBRULE1(this.through));
          this.CONSUME(Open);
          this.MANY1(() => this.SUBRULE(this.step));
          this.CONSUME(Close);
        },
      },
    ]);
  });

  readonly through = this.RULE('through', () => {
    this.CONSUME(SOFT.through);
    this.SUBRULE(this.names);
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

  /** A clause word begins the next clause, unless a following `=` makes it a setting. */
  private atClause(): boolean {
    return STORE_CLAUSES.includes(this.LA(1).tokenType) && this.LA(2).tokenType !== Equals;
  }
}
