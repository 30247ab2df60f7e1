export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a design; one in a file that the design includes says which. */
export interface Place extends Range {
  readonly uri?: string;
}

export interface UriParams {
  readonly uri: string;
}

/** The answer in words to what can't be answered: what is missing, and what to do. */
export interface Message {
  readonly kind: 'message';
  readonly message: string;
}
