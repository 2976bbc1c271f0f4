// SPDX-License-Identifier: Apache-2.0
import type { FieldSpec } from '../model/fields.js';
import type { FieldKind } from '../model/parse.js';
import type { Part } from './part.js';

// A form for a part of a document: what the schema says, and what stands there. Made anew from
// both whenever either changes.
export interface Alternatives {
  names: readonly string[];
  groups: readonly string[]; // the kind that each belongs to; '' for none
  chosen: number;
}
interface Common {
  pointer: string;
  label: string;
  help: string;
  part: Part; // resolved, for what is made new there
  removable: boolean;
  alternatives?: Alternatives & { options: readonly Part[] };
}
export interface FieldNode extends Common {
  type: 'field';
  spec: FieldSpec;
  text: string;
  unreadable: readonly string[]; // pointers of what cannot be read as a figure
}
export interface GroupNode extends Common {
  type: 'group';
  members: readonly FormNode[];
  addable: readonly { key: string; label: string; help: string; part: Part }[];
}
export interface ListNode extends Common {
  type: 'list';
  items: readonly FormNode[];
  itemName: string;
}
// A list of figures, one a line.
export interface ColumnNode extends Common {
  type: 'column';
  kind: FieldKind;
  item: Part;
  text: string;
  unreadable: readonly string[];
}
export interface MapNode extends Common {
  type: 'map';
  entries: readonly { key: string; node: FormNode }[];
}
// A word that the kind of contract fixes: in the document, but nothing to fill in.
export interface ConstantNode extends Common {
  type: 'constant';
}
// What the schema has no place for: shown as it stands, and only to be removed.
export interface RawNode extends Common {
  type: 'raw';
  text: string;
}
export type FormNode =
  FieldNode | GroupNode | ListNode | ColumnNode | MapNode | ConstantNode | RawNode;

// Every node of a form, itself first.
export function allNodes(node: FormNode): FormNode[] {
  const inner =
    node.type === 'group'
      ? node.members
      : node.type === 'list'
        ? node.items
        : node.type === 'map'
          ? node.entries.map((entry) => entry.node)
          : [];
  return [node, ...inner.flatMap(allNodes)];
}
