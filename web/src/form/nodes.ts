// SPDX-License-Identifier: Apache-2.0
import { t } from '../i18n/index.js';
import type { FieldSpec, Option } from '../model/fields.js';
import { NumberText } from '../model/json.js';
import type { FieldKind } from '../model/parse.js';
import { typed } from '../model/typed.js';
import type { Catalogue } from '../model/wire.js';
import { alternativeOf, holds } from './fit.js';
import type { FieldNode, FormNode, GroupNode, MapNode, RawNode } from './node.js';
import { effectsOn, resolved, type Effects, type Part, type Parts } from './part.js';
import { programChoices } from './programs.js';
import { isBranch, isEmpty, isList, Typed, writeTree, type Branch, type Tree } from './tree.js';
import {
  alternativeName,
  capital,
  helpOf,
  kindOf,
  nameOf,
  oneOf,
  plainWords,
  wordOf,
} from './words.js';

// Makes a form of a part of a schema and what stands in the document there.
export interface Known {
  parts: Parts;
  catalogue: Catalogue;
  asked: ReadonlySet<string>; // facts of the experience that this contract settles on
}

interface Place {
  pointer: string;
  key: string;
  label: string;
  required: boolean;
  removable: boolean;
  effects?: Effects | undefined;
  options?: readonly Option[] | undefined; // instead of the schema's own
}

export const kNames = 'any-names';
const kDeepest = 24;
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const leafText = (kind: FieldKind, tree: Tree | undefined): string =>
  tree instanceof Typed
    ? tree.text
    : typed(
        kind,
        tree instanceof NumberText
          ? tree.text
          : isBranch(tree) || isList(tree)
            ? writeTree(tree)
            : tree,
      );

function optionsOf(part: Part, kind: FieldKind, text: string, place: Place): Option[] | undefined {
  if (kind !== 'choice' && kind !== 'flag' && !place.options) return undefined;
  const own: readonly Option[] =
    place.options ??
    (kind === 'flag'
      ? [{ value: 'yes' }, { value: 'no' }]
      : (part.e ?? []).map((value) => ({ value, label: wordOf(place.key, value) })));
  const usual =
    kind === 'flag'
      ? { true: t.form.yes, false: t.form.no }[part.f ?? '']
      : part.f && wordOf(place.key, part.f);
  const nothing = place.required ? t.any.choose : usual ? t.any.usual(usual) : t.form.notStated;
  const blank = place.required && text !== '' ? [] : [{ value: '', label: nothing }];
  const foreign = text !== '' && !own.some(({ value }) => value === text);
  return [...blank, ...own, ...(foreign ? [{ value: text, label: text }] : [])];
}

function fieldNode(part: Part, kind: FieldKind, tree: Tree | undefined, place: Place): FieldNode {
  const { pointer, key, label, required, removable } = place;
  const shown: FieldKind = place.options ? 'choice' : kind;
  const text = leafText(shown === 'choice' ? 'choice' : kind, tree);
  const options = optionsOf(part, shown, text, place);
  const help = helpOf(part, place.options ? null : kind);
  const spec: FieldSpec = {
    path: pointer,
    name: key,
    kind: shown,
    label,
    hint: help,
    optional: !required,
    ...(options && { options }),
    ...(place.options && part.t === 'number' && { asNumber: true }),
    // What happened is told of the parts that the contract names.
    ...(key === 'id' && pointer.startsWith('/experience/') && { list: kNames }),
  };
  const unreadable = cannotBeRead(tree) ? [pointer] : [];
  return { type: 'field', pointer, label, help, part, removable, spec, text, unreadable };
}

const cannotBeRead = (tree: Tree | undefined): boolean =>
  tree instanceof Typed && tree.reading.state === 'unreadable';

const rawNode = (tree: Tree | undefined, { pointer, label }: Place): RawNode => ({
  ...{ type: 'raw', pointer, label, help: '', part: { t: 'json' }, removable: true },
  text: tree === undefined ? '' : writeTree(tree),
});

function mapNode(part: Part, tree: Tree | undefined, place: Place, known: Known): MapNode {
  const { pointer, label, removable } = place;
  const entries = Object.entries(isBranch(tree) ? tree : {}).map(([key, value]) => {
    const inner = { key, label: capital(plainWords(key)), pointer: `${pointer}/${escaped(key)}` };
    const node = nodeOf(part.m!, value, { ...inner, required: true, removable: false }, known);
    return { key, node };
  });
  return { type: 'map', pointer, label, help: helpOf(part, null), part, removable, entries };
}

// A list's item by its number and what it calls itself: its title, else its id, else the first
// word in it.
function itemLabel(tree: Tree, name: string, i: number): string {
  const words = Object.entries(isBranch(tree) ? tree : {}).flatMap(([key, value]) => {
    const text = value instanceof Typed ? value.text : typeof value === 'string' ? value : '';
    return text === '' || /^[-$\d]/.test(text) ? [] : [{ key, text }];
  });
  const of = (wanted: string) => words.find(({ key }) => key === wanted);
  const found = of('title') ?? of('id') ?? words[0];
  const own = found?.key === 'title' ? found.text : capital(plainWords(found?.text ?? ''));
  return `${name} ${i + 1}${own && `: ${own}`}`;
}

function listNode(part: Part, tree: Tree | undefined, place: Place, known: Known): FormNode {
  const { pointer, key, label, removable } = place;
  const item = resolved(part.i ?? { t: 'json' }, known.parts);
  const common = { pointer, label, help: helpOf(part, null), part, removable };
  const all = isList(tree) ? tree : [];
  const kind = kindOf(item);
  if (kind && kind !== 'choice' && kind !== 'flag') {
    const text = all.map((one) => leafText(kind, one)).join('\n');
    // The engine counts what it is given: lines without a figure are not.
    const lines = all.filter((one) => !isEmpty(one));
    const unreadable = lines.flatMap((one, i) => (cannotBeRead(one) ? [`${pointer}/${i}`] : []));
    const help = helpOf({ ...part, ...(item.u && { u: item.u }) }, kind);
    return { ...common, type: 'column', kind, item, text, help, unreadable };
  }
  const itemName = oneOf(label);
  const items = all.map((one, i) =>
    nodeOf(
      part.i ?? item,
      one,
      {
        ...{ pointer: `${pointer}/${i}`, key, label: itemLabel(one, itemName, i) },
        ...{ required: true, removable: false },
      },
      known,
    ),
  );
  return { ...common, type: 'list', items, itemName };
}

// Where one of several sets of members is needed and none is there, the first is asked for.
const neededIn = ({ n = [] }: Part, branch: Branch): readonly string[] =>
  n.flatMap((sets) =>
    sets.some((keys) => keys.every((key) => Object.hasOwn(branch, key))) ? [] : (sets[0] ?? []),
  );

function groupNode(part: Part, tree: Tree | undefined, place: Place, known: Known): GroupNode {
  const { pointer, label, removable } = place;
  const branch = isBranch(tree) ? tree : {};
  const effects = effectsOn(part, (test) => holds(test, branch), place.effects);
  const asked = new Set([...(part.r ?? []), ...(effects.r ?? []), ...neededIn(part, branch)]);
  if (pointer === '/experience') for (const key of known.asked) asked.add(key);
  const choices = programChoices(part, branch, known);
  const members: FormNode[] = [];
  const addable: GroupNode['addable'][number][] = [];
  for (const [key, raw] of Object.entries(part.p ?? {})) {
    const inner = resolved(raw, known.parts);
    const value = Object.hasOwn(branch, key) ? branch[key] : undefined;
    const isConstant = inner.t === 'const';
    if (value === undefined && (isConstant || !asked.has(key) || depthOf(pointer) > kDeepest)) {
      if (!effects.f?.includes(key) && (!isConstant || asked.has(key)))
        addable.push({
          key,
          label: nameOf(inner, key),
          help: helpOf(inner, kindOf(inner)),
          part: raw,
        });
      continue;
    }
    const removes = !(part.r ?? []).includes(key) && value !== undefined;
    members.push(
      nodeOf(
        raw,
        value,
        {
          ...{ pointer: `${pointer}/${escaped(key)}`, key, label: nameOf(inner, key) },
          ...{ required: asked.has(key), removable: removes },
          ...{ effects: effects.in?.[key], options: choices(key, inner) },
        },
        known,
      ),
    );
  }
  for (const [key, value] of Object.entries(branch))
    if (!part.p?.[key]) members.push(unknownNode(part, key, value, place, known));
  return {
    type: 'group',
    pointer,
    label,
    help: helpOf(part, null),
    part,
    removable,
    members,
    addable,
  };
}

const depthOf = (pointer: string): number => pointer.split('/').length;

function unknownNode(part: Part, key: string, value: Tree, place: Place, known: Known): FormNode {
  const pointer = `${place.pointer}/${escaped(key)}`;
  const label = part.m ? capital(plainWords(key)) : key;
  const inner = { pointer, key, label, required: false, removable: true };
  return part.m ? nodeOf(part.m, value, inner, known) : rawNode(value, inner);
}

function anyNode(part: Part, tree: Tree | undefined, place: Place, known: Known): FormNode {
  const { parts, catalogue } = known;
  const options = part.o ?? [];
  const chosen = alternativeOf(options, tree, parts);
  const option = resolved(options[chosen]!, parts);
  const { t: _, o: __, ...said } = part;
  const { d: ___, ...shape } = option;
  const node = freshNode({ ...shape, ...said }, tree, place, known);
  return {
    ...node,
    alternatives: {
      ...{ options, chosen },
      names: options.map((one) => alternativeName(one, parts, catalogue)),
      groups: options.map((one) => kindTitle(resolved(one, parts), known)),
    },
  };
}

// The kind of stream that an alternative is, in words.
function kindTitle(part: Part, { parts, catalogue }: Known): string {
  const kind = part.p?.['kind'] && resolved(part.p['kind'], parts).v;
  return catalogue.kinds.find((one) => one.kind === kind)?.title ?? '';
}

// Trees are replaced and never changed, so a part whose tree is the same has the same form: after
// an edit only what is on the way to it is made anew.
interface Made {
  place: Place;
  raw: Part;
  node: FormNode;
}
const made = new WeakMap<object, Made>();

const samePlace = (a: Place, b: Place): boolean =>
  a.pointer === b.pointer &&
  a.label === b.label &&
  a.required === b.required &&
  a.removable === b.removable &&
  JSON.stringify(a.effects) === JSON.stringify(b.effects);

export function nodeOf(raw: Part, tree: Tree | undefined, place: Place, known: Known): FormNode {
  if (!isBranch(tree) && !isList(tree)) return freshNode(raw, tree, place, known);
  const kept = made.get(tree);
  if (kept && kept.raw === raw && samePlace(kept.place, place)) return kept.node;
  const node = freshNode(raw, tree, place, known);
  made.set(tree, { place, raw, node });
  return node;
}

function freshNode(raw: Part, tree: Tree | undefined, place: Place, known: Known): FormNode {
  const part = resolved(raw, known.parts);
  const { pointer, label, removable } = place;
  const kind = kindOf(part);
  if (part.t === 'any') return anyNode(part, tree, place, known);
  // What is of another shape than the schema's is shown as it stands.
  const shaped =
    tree === undefined || isEmpty(tree) || (part.t === 'list' ? isList(tree) : isBranch(tree));
  if (part.t === 'object' && shaped)
    return part.m && !part.p
      ? mapNode(part, tree, place, known)
      : groupNode(part, tree, place, known);
  if (part.t === 'list' && shaped) return listNode(part, tree, place, known);
  if (kind && !isBranch(tree) && !isList(tree)) return fieldNode(part, kind, tree, place);
  if ((part.t === 'const' && tree === part.v) || (part.t === 'null' && tree === null))
    return { type: 'constant', pointer, label, help: helpOf(part, null), part, removable };
  return rawNode(tree, place);
}

export function formOf(name: string, tree: Tree, known: Known): FormNode {
  const part = known.parts[name]!;
  const pointer = `/${name}`;
  const place = { pointer, key: name, label: nameOf(part, name), required: true, removable: false };
  return freshNode(part, tree, place, known); // the facts that are asked for are not in its tree
}
