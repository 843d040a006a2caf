/** Records of the sandbox that are the same under any seed. */
export const ids = {
  incident: 11_001,
  serviceRequest: 11_002,
  low: 12_001,
  high: 12_003,
  hardware: 13_001,
  network: 13_003,
  onHold: 14_002,
  serviceDesk: 15_001,
  installation: 16_003,
  laptop: 17_004,
  server: 17_005,
  active: 18_001,
  atlanta: 19_002,
  vip: 31_001,
  remote: 31_002,
  production: 31_008,
  intern: 31_011,
  jackpot: 22_001,
  aldente: 22_002,
  nfeeney: 22_007,
} as const;

/** Numbers of tickets, as people see them. */
export const tickets = {
  /** Has everything that a ticket can have; an open task keeps it from being closed. */
  full: 1,
  /** Open and without an agent. */
  vpn: 2,
  /** Requested by the user whose key is used, with an attachment and an attached comment. */
  own: 4,
  closedOwn: 5,
} as const;
