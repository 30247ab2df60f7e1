/** A client's connection to one server, made with the first request, and made anew after it was lost. */
export type Connection = (request: unknown) => Promise<unknown>;

/** Opens a connection of one protocol to the server at an address. */
export type Connect = (host: string) => Connection;
