'use strict';
const { TestEnvironment } = require('jest-environment-node');

let failedIn = '';
const mutant = () => process.env['__STRYKER_ACTIVE_MUTANT__'] ?? '';

/** A mutant that one test noticed needs no other: jest cannot bail out by itself when it is started from a program. */
class FailFastEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (mutant() === '') return;
    if (event.name === 'test_done' && event.test.errors.length > 0) failedIn = mutant();
    if (event.name === 'test_start' && failedIn === mutant()) event.test.mode = 'skip';
  }
}

module.exports = FailFastEnvironment;
