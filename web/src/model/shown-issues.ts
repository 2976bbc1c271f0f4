// SPDX-License-Identifier: Apache-2.0
import { t } from '../i18n/index.js';
import { valueOf, type FieldSpec } from './fields.js';
import type { Settled } from './store.js';
import type { Issue } from './wire.js';

// An issue as a person meets it: a sentence, and the field it belongs to where there is one.
export interface ShownIssue {
  path: string;
  spec: FieldSpec | null;
  message: string;
}

export const labelOf = (spec: FieldSpec): string =>
  spec.label ?? t.fields[spec.name]?.label ?? spec.name;

// The field at the issue's place, else one inside it, else one around it.
function fieldFor(path: string, specs: readonly FieldSpec[]): FieldSpec | null {
  return (
    specs.find((spec) => spec.path === path) ??
    specs.find((spec) => spec.path.startsWith(`${path}/`)) ??
    specs.find((spec) => path.startsWith(`${spec.path}/`)) ??
    null
  );
}

export function shownIssues({ issues, groups, draft }: Settled): ShownIssue[] {
  const specs = groups.flatMap((group) => group.fields);
  return issues.map((issue: Issue) => {
    const spec = fieldFor(issue.path, specs);
    const own =
      spec?.path === issue.path
        ? t.issueSentence(
            issue.code,
            labelOf(spec),
            spec.kind,
            issue.params ?? {},
            valueOf(draft, spec),
          )
        : null;
    return { path: issue.path, spec, message: own ?? issue.message };
  });
}
