// SPDX-License-Identifier: Apache-2.0
// Closes a Playwright run with the line that scripts/test adds up. A test that passed only when
// tried again has failed.
export default class Summary {
  onBegin(config, suite) {
    this.suite = suite;
  }

  onError() {
    this.broken = true;
  }

  onEnd(result) {
    const count = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    for (const test of this.suite.allTests()) count[test.outcome()] += 1;
    const failed = count.unexpected + count.flaky;
    // A run that broke before or between its tests has failed even where no test did.
    const broken = failed === 0 && (this.broken || result.status !== 'passed');
    console.log(
      `tests: ${count.expected} passed, ${failed + (broken ? 1 : 0)} failed, ${count.skipped} skipped`,
    );
  }

  printsToStdio() {
    return false;
  }
}
