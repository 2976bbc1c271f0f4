// SPDX-License-Identifier: Apache-2.0
// A reporter for node's test runner: what failed and why, then the line that scripts/test adds up.
export default async function* summary(source) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite or a file stands for the tests inside it, unless it failed by itself.
    const group = data.details?.type === 'suite';
    if (type === 'test:fail') {
      const cause = data.details?.error?.cause ?? data.details?.error;
      const inner = data.details?.error?.failureType === 'subtestsFailed';
      if (inner) continue;
      count.failed += 1;
      yield `FAILED ${data.file ?? ''}:${data.line ?? ''} ${data.name}\n${cause?.stack ?? cause}\n`;
    } else if (group) {
      continue;
    } else if (data.skip !== undefined || data.todo !== undefined) {
      count.skipped += 1;
      yield `skipped: ${data.name}${typeof data.skip === 'string' ? `: ${data.skip}` : ''}\n`;
    } else {
      count.passed += 1;
    }
  }
  yield `tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
}
