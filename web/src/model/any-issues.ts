// SPDX-License-Identifier: Apache-2.0
import { allNodes, type FormNode } from '../form/node.js';
import { t } from '../i18n/index.js';
import type { AnySettled } from './any.js';
import type { FieldSpec } from './fields.js';
import type { ShownIssue } from './shown-issues.js';
import type { Issue } from './wire.js';

// The engine's issues at the fields of a form that was made from the schemas.
export interface AnyIssue extends ShownIssue {
  context: string; // the item of a list that the field is in: many have a field of its name
}

// Where an issue can be shown: every part of the form, and the buttons that add one.
function targetsOf(form: FormNode): Map<string, FormNode | null> {
  const targets = new Map<string, FormNode | null>();
  for (const node of allNodes(form)) {
    if (node.type !== 'constant') targets.set(node.pointer, node);
    if (node.type === 'group')
      for (const { key } of node.addable) targets.set(`${node.pointer}/${key}`, null);
  }
  return targets;
}

// The pointer itself or the nearest around it.
function nearest(path: string, targets: ReadonlyMap<string, FormNode | null>): string | null {
  for (let pointer = path; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/')))
    if (targets.has(pointer)) return pointer;
  return null;
}

const isItem = (pointer: string): boolean => /\/\d+$/.test(pointer);

function contextOf(pointer: string, targets: ReadonlyMap<string, FormNode | null>): string {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const node = isItem(at) ? targets.get(at) : undefined;
    if (node && at !== pointer) return node.label;
  }
  return '';
}

function own(issue: Issue, node: FormNode | null | undefined): string | null {
  const { code, params = {} } = issue;
  if (node?.type === 'field')
    return t.issueSentence(code, node.label, node.spec.kind, params, node.text);
  if (node?.type !== 'column') return null;
  const line = Number(issue.path.slice(node.pointer.length + 1));
  const text = node.text.split('\n').filter((one) => one.trim() !== '')[line] ?? '';
  return t.issueSentence(code, node.label, node.kind, params, text);
}

export const anyIssues = ({ issues, forms }: AnySettled): AnyIssue[] =>
  issuesIn([forms.contract, forms.experience], issues);

export function issuesIn(forms: readonly FormNode[], issues: readonly Issue[]): AnyIssue[] {
  const targets = new Map(forms.flatMap((form) => [...targetsOf(form)]));
  return issues.map((issue) => {
    const pointer = nearest(issue.path, targets);
    const node = pointer === null ? undefined : targets.get(pointer);
    const exact = pointer === issue.path || node?.type === 'column';
    const spec: FieldSpec | null =
      pointer === null ? null : { path: pointer, name: '', kind: 'text' };
    const message = (exact ? own(issue, node) : null) ?? issue.message;
    const context = pointer === null ? '' : contextOf(pointer, targets);
    return { path: issue.path, spec, message, context };
  });
}
