// SPDX-License-Identifier: Apache-2.0
// The form of any contract: what is made of the schemas, and documents that go through it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileSchemas, readSchemas } from '../../scripts/form-data.mjs';
import { loadForms } from '../../web/src/form/data.js';
import { allNodes, type FormNode, type GroupNode } from '../../web/src/form/node.js';
import { formOf, nodeOf } from '../../web/src/form/nodes.js';
import type { Parts } from '../../web/src/form/part.js';
import { readTree } from '../../web/src/form/read-tree.js';
import { isBranch, isList, writeTree, type Tree } from '../../web/src/form/tree.js';
import { oneOf, plainWords } from '../../web/src/form/words.js';
import { AnyContracts, opened, presetDraft, type AnyDraft } from '../../web/src/model/any.js';
import * as edits from '../../web/src/model/any-edits.js';
import { anyIssues } from '../../web/src/model/any-issues.js';
import { evidenceOf, type Evidence } from '../../web/src/model/evidence.js';
import { unfounded } from '../../web/src/trace/grounds.js';
import { parseRational } from '../../web/src/trace/rational.js';
import { replay, replayStatement } from '../../web/src/trace/replay.js';
import { startEngine } from '../replay/engine.js';

const data = await loadForms();
const engine = await startEngine();
const any = new AnyContracts(data, engine.describe(), engine);
const names = ['contract', 'experience'] as const;

const nodesOf = (draft: AnyDraft): FormNode[] => {
  const { forms } = any.settled(draft);
  return names.flatMap((name) => allNodes(forms[name]));
};
const find = <Type extends FormNode['type']>(draft: AnyDraft, pointer: string, type: Type) => {
  const node = nodesOf(draft).find((one) => one.pointer === pointer);
  assert.equal(node?.type, type, `${pointer} is a ${node?.type}`);
  return node as FormNode & { type: Type };
};
const textOf = (draft: AnyDraft): string[] => names.map((name) => writeTree(draft.documents[name]));

// A figure is the same however it is written: 0.02, "0.02", "1/50".
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, canonical(item)]));
  const figure = typeof value === 'boolean' ? null : parseRational(String(value));
  return figure ? `${figure.numerator}/${figure.denominator}` : value;
}

// A character stands for itself, however a text wrote it.
const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

// Every leaf of a document, by pointer.
function leaves(tree: Tree, pointer: string): string[] {
  if (isList(tree)) return tree.flatMap((item, i) => leaves(item, `${pointer}/${i}`));
  if (isBranch(tree))
    return Object.entries(tree).flatMap(([key, item]) => leaves(item, `${pointer}/${key}`));
  return [pointer];
}

test('the form has a meaning for every construct of the schemas', () => {
  assert.deepEqual(compileSchemas(readSchemas('.')).unknown, []);
});

test('a construct that the form has no meaning for is named with its place', () => {
  const schemas = readSchemas('.');
  schemas.contract.properties.title = { type: 'string', 'x-secret': true };
  schemas.contract.properties.more = { type: 'object', patternProperties: { '^x': {} } };
  schemas.contract.if = { minProperties: 2 };
  schemas.contract.$defs.cap.properties.rate = { type: 'tuple' };
  assert.deepEqual(compileSchemas(schemas).unknown.sort(), [
    'contract.cap/rate: no type',
    'contract/more: patternProperties',
    'contract/title: x-secret',
    'contract: minProperties in a condition',
  ]);
});

for (const preset of data.presets) {
  const draft = presetDraft(preset);

  test(`has a field for everything, and gives it back unchanged: ${preset.id}`, () => {
    assert.deepEqual(textOf(draft), [unescaped(preset.contract), unescaped(preset.experience)]);
    const placed = new Map(nodesOf(draft).map((node) => [node.pointer, node]));
    for (const name of names)
      for (const pointer of leaves(draft.documents[name], `/${name}`)) {
        const node = placed.get(pointer) ?? placed.get(pointer.replace(/\/\d+$/, ''));
        assert.ok(node, `no field for ${pointer}`);
        assert.ok(['field', 'column', 'constant'].includes(node.type), `${pointer}: ${node.type}`);
        assert.ok(node.label, `no label for ${pointer}`);
        assert.doesNotMatch(`${node.label} ${node.help}`, /_/, `${pointer} reads like a key`);
      }
  });

  test(`every field typed again as it is shown says the same: ${preset.id}`, () => {
    const typed = nodesOf(draft).reduce((now, node) => {
      if (node.type === 'column') return edits.typeColumn(now, node, node.text);
      return node.type === 'field' && node.text !== '' ? edits.type(now, node, node.text) : now;
    }, draft);
    for (const [i, name] of names.entries())
      assert.deepEqual(
        canonical(JSON.parse(textOf(typed)[i]!)),
        canonical(JSON.parse(preset[name])),
      );
    const [before, after] = [any.settled(draft).settlement, any.settled(typed).settlement];
    assert.ok(before && after);
    assert.deepEqual(after.statement, before.statement);
  });

  test(`is settled, and its working agrees: ${preset.id}`, () => {
    const settled = any.settled(draft);
    assert.deepEqual(settled.issues, []);
    const [{ settlement, documents }] = evidenceOf(settled, any.catalogue) as [Evidence];
    assert.deepEqual(replay(settlement.trace).failures, []);
    assert.deepEqual(unfounded(settlement.trace, documents), []);
    assert.deepEqual(replayStatement(settlement.statement, settlement.trace), []);
  });

  test(`every choice offers what is chosen in words: ${preset.id}`, () => {
    for (const node of nodesOf(draft))
      if (node.type === 'field' && node.spec.options && node.text !== '') {
        const option = node.spec.options.find(({ value }) => value === node.text);
        assert.ok(option, `${node.pointer} has no option ${node.text}`);
        assert.doesNotMatch(option.label ?? '', /_/);
      }
  });
}

const streamsOf = (draft: AnyDraft) => find(draft, '/contract/streams', 'list');
const first = presetDraft(data.presets[0]!);
const streamCount = streamsOf(first).items[0]!.alternatives!.names.length;

test('every kind of stream that is chosen anew has all its fields, and every issue its place', () => {
  assert.ok(streamCount >= 14);
  const seen = new Set<string>();
  for (let chosen = 0; chosen < streamCount; chosen += 1) {
    const draft = edits.choose(first, streamsOf(first).items[0]!, chosen, data.parts);
    const stream = find(draft, '/contract/streams/0', 'group');
    assert.equal(stream.alternatives!.chosen, chosen);
    const name = stream.alternatives!.names[chosen]!;
    assert.ok(name && !name.includes('_'), name);
    seen.add(name);
    assert.equal(nodesOf(draft).filter(({ type }) => type === 'raw').length, 0);
    for (const issue of anyIssues(any.settled(draft))) {
      assert.ok(issue.spec, `${name}: ${issue.path} has no place`);
      assert.notEqual(issue.spec.path, '/contract', `${name}: ${issue.path}: ${issue.message}`);
    }
  }
  assert.equal(seen.size, streamCount);
});

test('each alternative is told from what stands in the document', () => {
  for (let chosen = 0; chosen < streamCount; chosen += 1) {
    const draft = edits.choose(first, streamsOf(first).items[0]!, chosen, data.parts);
    const again: AnyDraft = {
      ...draft,
      documents: { ...draft.documents, contract: readTree(textOf(draft)[0]!)! },
    };
    assert.equal(streamsOf(again).items[0]!.alternatives!.chosen, chosen);
  }
});

const preset = (id: string): AnyDraft => {
  const found = data.presets.find((one) => one.id === id);
  assert.ok(found, id);
  return presetDraft(found);
};

test('a year is shown as it is written, without a comma', () => {
  const draft = preset('commercial_quality_escalator_2025');
  const years = nodesOf(draft).flatMap((node) =>
    node.type === 'field' && /\/base_years\/\d+\/year$/.test(node.pointer) ? [node.text] : [],
  );
  assert.deepEqual(years, ['2023', '2024']);
});

test('where one of several facts is needed, the first is asked for until another is there', () => {
  const spending = '/experience/spending';
  const bare = (text: string): AnyDraft => {
    const contract = preset('deck_one_sided_above_minimum').documents.contract;
    return { ...first, documents: { contract, experience: readTree(text)! } };
  };
  const shown = (draft: AnyDraft): string[] =>
    find(draft, spending, 'group').members.map(({ pointer }) => pointer.slice(spending.length + 1));
  assert.ok(shown(bare('{"spending":{}}')).includes('benchmark_cents'));
  assert.ok(!shown(bare('{"spending":{"base_years":{}}}')).includes('benchmark_cents'));
});

test('what the terms rule out is not offered', () => {
  const offered = (draft: AnyDraft): string[] =>
    find(draft, '/contract/streams/0/terms', 'group').addable.map(({ key }) => key);
  const one = preset('deck_one_sided_above_minimum');
  assert.ok(!offered(one).includes('loss_limit'));
  const sides = find(one, '/contract/streams/0/terms/sides', 'field');
  const two = edits.type(one, sides, 'two_sided');
  assert.ok(offered(two).includes('loss_limit'));
  // Now asked for, and its field is there at once.
  assert.equal(
    find(two, '/contract/streams/0/terms/loss_sharing_rate', 'field').spec.optional,
    false,
  );
});

test('parts are added, filled and taken away', () => {
  let draft = preset('deck_one_sided_above_minimum');
  const terms = '/contract/streams/0/terms';
  const { addable } = find(draft, terms, 'group');
  const quality = addable.find(({ key }) => key === 'quality')!;
  draft = edits.addMember(draft, `${terms}/quality`, quality.part, data.parts);
  assert.equal(find(draft, `${terms}/quality/effect`, 'field').text, 'fixed');
  draft = edits.type(draft, find(draft, `${terms}/quality/effect`, 'field'), 'tiers');
  const tiers = find(draft, `${terms}/quality/tiers`, 'list');
  draft = edits.addItem(draft, tiers, data.parts);
  draft = edits.addItem(draft, tiers, data.parts);
  const type = (pointer: string, text: string) => {
    draft = edits.type(draft, find(draft, pointer, 'field'), text);
  };
  type(`${terms}/quality/tiers/0/from_score`, '50%');
  type(`${terms}/quality/tiers/0/sharing_rate`, '40%');
  type(`${terms}/quality/tiers/1/from_score`, '0%');
  type(`${terms}/quality/tiers/1/sharing_rate`, '1/3');
  draft = edits.moveItem(draft, `${terms}/quality/tiers/1`, -1);
  assert.deepEqual(JSON.parse(textOf(draft)[0]!).streams[0].terms.quality.tiers, [
    { from_score: '0', sharing_rate: '1/3' },
    { from_score: '0.5', sharing_rate: '0.4' },
  ]);
  draft = edits.remove(draft, `${terms}/quality`);
  assert.deepEqual(textOf(draft), textOf(preset('deck_one_sided_above_minimum')));
});

test('new items of a list have ids of their own', () => {
  let draft = preset('withhold_healthpartners_by_weight');
  const goals = '/contract/streams/0/program/goals';
  for (let i = 0; i < 2; i += 1)
    draft = edits.addItem(draft, find(draft, goals, 'list'), data.parts);
  const ids = find(draft, goals, 'list').items.map(
    (_, i) => find(draft, `${goals}/${i}/id`, 'field').text,
  );
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.at(-1), 'goal_2');
});

test('entries by name are added and renamed, and none is lost', () => {
  let draft = preset('withhold_by_month_all_or_nothing_simple_interest');
  const payments = '/experience/withhold/months/0/payments_cents';
  draft = edits.addEntry(draft, find(draft, payments, 'map'), data.parts);
  draft = edits.renameEntry(draft, payments, 'name', 'primary_care');
  assert.deepEqual(
    find(draft, payments, 'map').entries.map(({ key }) => key),
    ['primary_care', 'hospitals', 'primary_care_2'],
  );
  draft = edits.remove(draft, `${payments}/primary_care_2`);
  assert.equal(
    textOf(draft)[1],
    textOf(preset('withhold_by_month_all_or_nothing_simple_interest'))[1],
  );
});

test('a column of figures is one field, and a line that cannot be read is named', () => {
  const costs = '/experience/episodes/groups/0/episode_costs_cents';
  let draft = preset('episodes_winsorised');
  draft = edits.typeColumn(draft, find(draft, costs, 'column'), '$25,000\n\n27000.50\nmany');
  const { issues } = any.settled(draft);
  assert.deepEqual(
    issues.map(({ path }) => path),
    [`${costs}/2`],
  );
  const [shown] = anyIssues(any.settled(draft));
  assert.equal(shown!.spec!.path, costs);
  assert.match(shown!.message, /“many” cannot be read/);
  draft = edits.typeColumn(draft, find(draft, costs, 'column'), '$25,000\n\n27000.50');
  assert.deepEqual(
    JSON.parse(textOf(draft)[1]!).episodes.groups[0].episode_costs_cents,
    [2500000, 2700050],
  );
});

test('only the facts that the contract settles on stand in the form at first', () => {
  const contract = preset('withhold_healthpartners_by_weight').documents.contract;
  const bare: AnyDraft = {
    preset: '',
    changed: true,
    problems: [],
    documents: { contract, experience: readTree('{"format":"gainshare-experience-1"}')! },
  };
  const root = find(bare, '/experience', 'group');
  const shown = root.members
    .filter(({ type }) => type !== 'constant')
    .map(({ pointer }) => pointer);
  assert.deepEqual(shown, ['/experience/withhold', '/experience/goals']);
  const rest = root.addable.map(({ key }) => key);
  for (const fact of ['spending', 'quality', 'areas', 'episodes']) assert.ok(rest.includes(fact));
});

test('what the schema has no place for is kept and shown, and can be taken away', () => {
  const text = '{"format":"gainshare-contract-1","title":"x","streams":[],"extra":{"a":[1.50]}}';
  const draft: AnyDraft = {
    ...first,
    documents: { ...first.documents, contract: readTree(text)! },
  };
  assert.equal(textOf(draft)[0], text);
  assert.equal(find(draft, '/contract/extra', 'raw').text, '{"a":[1.50]}');
  const issue = anyIssues(any.settled(draft)).find(({ path }) => path === '/contract/extra');
  assert.equal(issue?.spec?.path, '/contract/extra');
});

test('documents of every wrong shape have a form all the same', () => {
  const texts = ['null', '7', '"x"', '[]', '{}', '{"streams":7,"title":[],"rounding":null}'];
  const inner = ['null', '7', '"x"', '[]', '{}', '[[]]', '{"a":{}}'];
  for (const value of inner) {
    texts.push(`{"streams":[${value}]}`);
    texts.push(`{"streams":[{"id":${value},"kind":${value},"terms":${value}}]}`);
    for (const kind of ['shared_savings', 'withhold', 'nothing'])
      texts.push(`{"streams":[{"kind":"${kind}","terms":${value},"program":${value}}]}`);
  }
  for (const text of texts) {
    const documents = { ...first.documents, contract: readTree(text)! };
    const settled = any.settled({ ...first, documents });
    assert.equal(writeTree(documents.contract), text);
    assert.ok(anyIssues(settled).length > 0, text);
  }
});

test('numbers keep their digits through reading and writing', () => {
  const text =
    '{"a":0.1000000000000000055511151231257827,"b":[1e400,-0,12345678901234567890],"__proto__":1}';
  assert.equal(writeTree(readTree(text)!), text);
  for (const broken of [
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '01',
    'nul',
    '"\u0001"',
    '1 2',
    '+1',
    '[',
    '"\\x"',
  ])
    assert.equal(readTree(broken), undefined, broken);
  assert.equal(readTree('['.repeat(100_000)), undefined);
});

test('texts with flaws that only the engine sees are refused with its words', () => {
  const { contract, experience } = data.presets[0]!;
  const twice = contract.replace('{', '{"title":"again",');
  const result = opened({ contract: twice, experience }, engine);
  assert.ok('problems' in result && /title/.test(result.problems.join(' ')));
  assert.ok('problems' in opened({ contract: '{', experience }, engine));
  assert.ok(!('problems' in opened({ contract, experience }, engine)));
});

test('parts that contain themselves have a form as deep as the document', () => {
  const schemas = {
    contract: {
      ...{ title: 'Tree', type: 'object', required: ['name', 'self'], additionalProperties: false },
      properties: {
        name: { type: 'string', title: 'Name' },
        parts: { type: 'array', title: 'Parts', items: { $ref: '#' } },
        self: { $ref: '#' },
      },
    },
    experience: { title: 'None', type: 'object', properties: {} },
  };
  const compiled = compileSchemas(schemas);
  const parts = compiled.parts as unknown as Parts;
  assert.deepEqual(compiled.unknown, []);
  const known = { parts, catalogue: engine.describe(), asked: new Set<string>() };
  const tree = readTree('{"name":"a","parts":[{"name":"b","parts":[{"name":"c"}]}]}')!;
  const form = formOf('contract', tree, known);
  const pointers = allNodes(form).map(({ pointer }) => pointer);
  assert.ok(pointers.includes('/contract/parts/0/parts/0/name'));
  const place = { pointer: '', key: '', label: '', required: true, removable: false };
  assert.ok(allNodes(nodeOf(parts['contract']!, undefined, place, known)).length < 1000);
});

test('what the schema says reads as words', () => {
  assert.equal(plainWords('first_dollar: all; amount_cents too'), 'first dollar: all; amount too');
  assert.equal(oneOf('Groups of episodes'), 'Group of episodes');
  assert.equal(oneOf('Measures of the composite score'), 'Measure of the composite score');
  assert.equal(oneOf('Categories'), 'Category');
  assert.equal(oneOf('Loss'), 'Loss');
});

test('a group knows what may be added to it, each with a label', () => {
  for (const one of data.presets)
    for (const node of nodesOf(presetDraft(one)))
      for (const { key, label } of (node as GroupNode).addable ?? []) {
        assert.ok(label, key);
        assert.doesNotMatch(label, /_/);
      }
});
