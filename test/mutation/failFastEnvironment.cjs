'use strict';
const { TestEnvironment } = require('jest-environment-node');

let failedIn = '';
const mutant = () => process.env['__STRYKER_ACTIVE_MUTANT__'] ?? '';

/** A mutant that one test noticed needs no other: jest cannot bail out by itself when it is started from a program. */
class FailFastEnvironment extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} args */
  constructor(...args) {
    super(...args);
    // n8n's engine is loaded outside of jest, and knows errors by its own `Error`.
    if (process.env['BOSSDESK_TEST_SOURCES'] === '1') Object.assign(this.global, { Error });
  }

  /** @param {{ name: string, test?: { errors: unknown[], mode?: string | null } }} event */
  async handleTestEvent({ name, test }) {
    if (mutant() === '' || test === undefined) return;
    if (name === 'test_done' && test.errors.length > 0) failedIn = mutant();
    if (name === 'test_start' && failedIn === mutant()) test.mode = 'skip';
  }
}

module.exports = FailFastEnvironment;
