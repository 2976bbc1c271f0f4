// SPDX-License-Identifier: Apache-2.0
// The command and the WebAssembly module answer about many settlements with the same bytes, and
// every answer has the shape of its schema.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertValid, validators } from '../schema/schemas.mjs';
import { examples, loadWasm, root, run } from '../support/engine.mjs';

const engine = await loadWasm();
const schema = validators({ ranges: true });
const folder = (name) => join(root, 'tests/golden/cases', name);
const input = '/experience/spending/expenditure_cents';

// One in five: each is a process of its own.
const some = examples().filter((_, i) => i % 5 === 0);

const requests = [
  { ask: 'breaks', input },
  { ask: 'sweep', input, steps: 7 },
  { ask: 'seek', input, target: '100000' },
  { ask: 'tornado', change: '0.05' },
];

function asOptions({ ask, ...members }) {
  return [ask, ...Object.entries(members).flatMap(([key, value]) => [`--${key}`, `${value}`])];
}

for (const request of requests) {
  test(`native and WebAssembly agree on ${request.ask} of examples, in the shape of its schema`, () => {
    let answered = 0;
    for (const { name, contract, experience } of some) {
      const answer = engine.scenario(contract, experience, JSON.stringify(request));
      const [ask, ...options] = asOptions(request);
      const files = ['contract', 'experience'].map((file) => join(folder(name), `${file}.json`));
      const native = run(['scenario', ask, ...files, ...options]);
      assert.equal(native.stdout, `${answer}\n`, name);
      const parsed = JSON.parse(answer);
      assert.equal(native.status, parsed.ok ? 0 : 2, name);
      assertValid(schema(parsed.ok ? 'scenario' : 'issues'), parsed, name);
      answered += parsed.ok ? 1 : 0;
    }
    assert.ok(answered >= 5, `${answered} answered`);
  });
}

test('a request is refused with every issue where the schema refuses it', () => {
  const { contract, experience } = examples()[0];
  const refused = [
    {},
    { ask: 'guess' },
    { ask: 'breaks' },
    { ask: 'seek', input },
    { ask: 'tornado', change: 0.05, input },
    { ask: 'sweep', input, steps: 1 },
    { ask: 'breaks', input, places: 1.5 },
  ];
  for (const request of refused) {
    const answer = JSON.parse(engine.scenario(contract, experience, JSON.stringify(request)));
    assert.equal(answer.ok, false, JSON.stringify(request));
    assertValid(schema('issues'), answer, JSON.stringify(request));
    assert.ok(answer.issues.every(({ path }) => path.startsWith('/request')));
    assert.equal(schema('scenario_request')(request), false, JSON.stringify(request));
  }
  for (const request of requests) assertValid(schema('scenario_request'), request, request.ask);
});
