/** The server is there, but its sessions do not serve. */
export class UnfitSession extends Error {
  readonly fault: { type: 'pooler' } | { type: 'encoding'; encoding: string } | { type: 'settings'; names: string[] };
  constructor(fault: UnfitSession['fault']) {
    super(fault.type);
    this.fault = fault;
  }
}
