import type { Operation } from '../operations/index.js';
import { AbortedError, type BossDeskError, ConnectionError, TimeoutError } from '../errors/index.js';
import { couldNot } from './sentences.js';
import type { TransportFailure } from './transport.js';

/** The typed error for a request that got no answer; says whether a write may have happened. */
export function errorFromFailure(
  operation: Operation,
  failure: TransportFailure,
  host: string,
  timeoutMs: number,
): BossDeskError {
  const options = { cause: failure };
  const isWrite = operation.change !== undefined;
  const mayHaveHappened = isWrite ? ' The change may have been made: look before sending it again.' : '';
  switch (failure.reason) {
    case 'unreachable':
      return new ConnectionError(
        `${couldNot(operation)}: ${host} cannot be reached (${failure.message})`,
        {
          operation: operation.id,
          sent: false,
          hint: `Check the BOSSDesk URL and the network.${isWrite ? ' Nothing was sent.' : ''}`,
        },
        options,
      );
    case 'interrupted':
      return new ConnectionError(
        `${couldNot(operation)}: the connection to ${host} broke (${failure.message})`,
        { operation: operation.id, sent: true, hint: `Try again later.${mayHaveHappened}` },
        options,
      );
    case 'timeout':
      return new TimeoutError(
        `${couldNot(operation)}: no complete answer from ${host} within ${String(timeoutMs)} ms`,
        { operation: operation.id, hint: `Allow more time or ask for less.${mayHaveHappened}` },
        options,
      );
    case 'aborted':
      return new AbortedError(
        `${couldNot(operation)}: it was cancelled`,
        { operation: operation.id, hint: `Whoever asked for it gave it up.${mayHaveHappened}` },
        options,
      );
  }
}
