// SPDX-License-Identifier: Apache-2.0
// What the worker does with a population, against one that only keeps what it is given.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { PopulationHandle, PopulationModule } from 'virtual:gainshare-glue';
import { byStream } from '../../web/src/engine/file-bytes.js';
import type { FileKind, Progress, SourceFile } from '../../web/src/engine/population-protocol.js';
import { PopulationSession } from '../../web/src/engine/population-session.js';

// The memory grows, and so is another one, whenever a file begins, as the engine's may.
function keeper(capacity: number, refuse: (name: string, bytes: number) => boolean = () => false) {
  const kept: { name: string; kind: string; mapping: string; text: string }[] = [];
  let open = 0;
  const module: PopulationModule = {
    HEAPU8: new Uint8Array(),
    Population: {
      sniff: (kind, head, mapping) => JSON.stringify({ kind, head: head.length, mapping }),
      open: (terms) => {
        if (terms === 'wrong') return '{"issues":[]}';
        open += 1;
        return handle;
      },
    },
  };
  let at = 64;
  const handle: PopulationHandle = {
    setTerms: (terms) => (terms === 'wrong' ? '{"issues":[]}' : ''),
    beginFile(kind, name, mapping) {
      at += 1000;
      module.HEAPU8 = new Uint8Array(at + capacity);
      kept.push({ name, kind, mapping, text: '' });
      return '';
    },
    chunkAddress: () => at,
    chunkCapacity: () => capacity,
    take(count) {
      const file = kept.at(-1)!;
      file.text += Buffer.from(module.HEAPU8.subarray(at, at + count)).toString('latin1');
      return !refuse(file.name, file.text.length);
    },
    endFile() {
      const { name, text: bytes } = kept.at(-1)!;
      return refuse(name, bytes.length) ? JSON.stringify({ issues: [name] }) : '{}';
    },
    partial: () => new Uint8Array(),
    merge: () => '',
    finish: () => JSON.stringify(kept.map(({ text }) => text.length)),
    table: () => new TextEncoder().encode('a\n=b\n'),
    explain: (member) => JSON.stringify({ member }),
    delete: () => void (open -= 1),
  };
  return { module, kept, openCount: () => open };
}

const text = Array.from({ length: 5_000 }, (_, i) => `line ${i}\n`).join('');
const source = (name: string, content: BlobPart, kind: FileKind = 'claims'): SourceFile => ({
  file: new Blob([content]),
  name,
  kind,
  mapping: { [kind]: { columns: { person_id: 'ID' } } },
});
const ways = () => [byStream];
const quiet = () => {};

test('files reach the engine whole, in pieces no larger than its buffer', async () => {
  const { module, kept } = keeper(1_000);
  const files = [
    source('a.csv', text),
    source('b.csv.gz', new Uint8Array(gzipSync(text)), 'roster'),
  ];
  const answer = await new PopulationSession(module).read('{}', files, ways, quiet);
  assert.deepEqual(answer, { result: JSON.stringify([text.length, text.length]) });
  assert.ok(kept.every((file) => file.text === text));
  assert.deepEqual(
    kept.map(({ kind }) => kind),
    ['claims', 'roster'],
  );
  assert.equal(kept[1]!.mapping, '{"roster":{"columns":{"person_id":"ID"}}}');
});

test('progress counts the bytes of the files as they lie on the disk', async () => {
  const seen: Progress[] = [];
  const files = [source('a.csv', text), source('b.csv.gz', new Uint8Array(gzipSync(text)))];
  await new PopulationSession(keeper(1 << 16).module).read('{}', files, ways, (one) =>
    seen.push({ ...one }),
  );
  const total = files[0]!.file.size + files[1]!.file.size;
  assert.deepEqual(seen.at(-1), { file: 1, bytes: total });
  assert.ok(seen.every(({ bytes }, i) => i === 0 || bytes >= seen[i - 1]!.bytes));
});

test('a file that the engine refuses is read no further, and there is no result', async () => {
  const { module, kept } = keeper(1_000, (name) => name === 'a.csv');
  const files = [source('a.csv', text), source('b.csv', text)];
  const answer = await new PopulationSession(module).read('{}', files, ways, quiet);
  assert.deepEqual(answer, { refusal: '{"issues":["a.csv"]}', file: 'a.csv' });
  assert.deepEqual(
    kept.map((file) => file.text.length),
    [1_000],
  );
});

test('terms that are refused open nothing, and each reading begins anew', async () => {
  const { module, openCount } = keeper(1_000);
  const session = new PopulationSession(module);
  assert.deepEqual(await session.read('wrong', [], ways, quiet), { refusal: '{"issues":[]}' });
  assert.equal(openCount(), 0);
  await session.read('{}', [source('a.csv', text)], ways, quiet);
  await session.read('{}', [source('a.csv', text)], ways, quiet);
  assert.equal(openCount(), 1);
  session.close();
  assert.equal(openCount(), 0);
});

test('a damaged file is told by its name', async () => {
  const damaged = source('broken.csv.gz', new Uint8Array(gzipSync(text).subarray(0, 300)));
  const session = new PopulationSession(keeper(1_000).module);
  await assert.rejects(session.read('{}', [damaged], ways, quiet), { file: 'broken.csv.gz' });
});

test('the first lines of a packed file are sniffed unpacked, for every kind', () => {
  const found = new PopulationSession(keeper(1).module).sniff(
    gzipSync(text).subarray(0, 2_000),
    {},
  );
  assert.deepEqual(Object.keys(found), ['claims', 'eligibility', 'roster']);
  assert.ok(JSON.parse(found.roster).head > 2_000);
});

test('new terms, tables and explanations are asked of what was read', async () => {
  const session = new PopulationSession(keeper(1_000).module);
  assert.throws(() => session.explain('M1'), /No files/);
  await session.read('{}', [source('a.csv', text)], ways, quiet);
  assert.deepEqual(session.setTerms('{}'), { result: `[${text.length}]` });
  assert.deepEqual(session.setTerms('wrong'), { refusal: '{"issues":[]}' });
  assert.equal(session.explain('M1'), '{"member":"M1"}');
  assert.equal(new TextDecoder().decode(session.table('members')), 'a\n=b\n');
});
