// SPDX-License-Identifier: Apache-2.0
// Adds up what CTest's logs say: node scripts/count-tests.mjs [LOG...] [--failed WHAT...]
// A suite that closes with "tests: N passed, N failed, N skipped" counts as that many; another
// counts as one. One that failed without saying so (a crash, a sanitizer) has one failure. WHAT is
// a step that failed before its tests could run. The last line is the sum.
import { existsSync, readFileSync } from 'node:fs';

const marker = process.argv.indexOf('--failed');
const logs = process.argv.slice(2, marker < 0 ? undefined : marker);
const broken = marker < 0 ? [] : process.argv.slice(marker + 1);

function suites(log) {
  return log
    .split(/^\d+\/\d+ Testing: /m)
    .slice(1)
    .map((block) => {
      const name = block.slice(0, block.indexOf('\n'));
      const said = [...block.matchAll(/^tests: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
      const [passed, failed, skipped] = said ? said.slice(1).map(Number) : [0, 0, 0];
      // CTest writes a test of which every case was skipped as failed; its own line knows better.
      const onlySkipped = said && passed + failed === 0 && skipped > 0;
      const ok = onlySkipped || /^Test (Passed\.|Pass Reason:)$/m.test(block);
      if (ok) return { name, passed: said ? passed : 1, failed, skipped };
      return { name, passed, failed: Math.max(failed, 1), skipped };
    });
}

const found = logs.filter((log) => existsSync(log)).flatMap((log) => suites(readFileSync(log, 'utf8')));
const all = [...found, ...broken.map((name) => ({ name, passed: 0, failed: 1, skipped: 0 }))];
// A folder of one-check tests is one line.
const lines = new Map();
for (const { name, ...count } of all) {
  const group = /^static_(refused|control)_/.exec(name)?.[0].slice(0, -1) ?? name;
  const line = lines.get(group) ?? { passed: 0, failed: 0, skipped: 0 };
  for (const key of Object.keys(count)) line[key] += count[key];
  lines.set(group, line);
}
const text = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
const total = { passed: 0, failed: 0, skipped: 0 };
console.log('');
for (const [name, line] of lines) {
  for (const key of Object.keys(total)) total[key] += line[key];
  const notes = [line.failed && `${line.failed} FAILED`, line.skipped && `${line.skipped} skipped`];
  console.log(`  ${name.padEnd(22)} ${[`${line.passed} passed`, ...notes.filter(Boolean)].join(', ')}`);
}
console.log('');
console.log(text(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
