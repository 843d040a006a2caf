import type { Operation } from '../operations/index.js';
import { AbortedError, type BossDeskError, ConnectionError, TimeoutError } from '../errors/index.js';
import type { TransportFailure } from './transport.js';

/** The typed error for a request that got no answer; says whether a write may have happened. */
export function errorFromFailure(
  operation: Operation,
  failure: TransportFailure,
  host: string,
  timeoutMs: number,
): BossDeskError {
  const options = { cause: failure };
  const isWrite = operation.risk !== 'read';
  const mayHaveHappened = isWrite ? ' The change may have been made: look before sending it again.' : '';
  switch (failure.reason) {
    case 'unreachable':
      return new ConnectionError(
        `${operation.title} failed: ${host} cannot be reached (${failure.message})`,
        {
          operation: operation.id,
          sent: false,
          hint: `Check the BOSSDesk URL and the network.${isWrite ? ' Nothing was sent.' : ''}`,
        },
        options,
      );
    case 'interrupted':
      return new ConnectionError(
        `${operation.title} failed: the connection to ${host} broke (${failure.message})`,
        { operation: operation.id, sent: true, hint: `Try again later.${mayHaveHappened}` },
        options,
      );
    case 'timeout':
      return new TimeoutError(
        `${operation.title} failed: no complete answer from ${host} within ${String(timeoutMs)} ms`,
        { operation: operation.id, hint: `Allow more time or ask for less.${mayHaveHappened}` },
        options,
      );
    case 'aborted':
      return new AbortedError(
        `${operation.title} was cancelled`,
        { operation: operation.id, hint: `It was cancelled by its caller.${mayHaveHappened}` },
        options,
      );
  }
}
