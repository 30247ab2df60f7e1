/** The day here, as `2027-03-01`. Intl could write that too, and would load its tables first: 13 ms at each start. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
