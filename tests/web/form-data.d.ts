// SPDX-License-Identifier: Apache-2.0
declare module '*/scripts/form-data.mjs' {
  export function formData(root: string): string;
  export function readSchemas(root: string): Record<string, any>;
  export function compileSchemas(schemas: Record<string, unknown>): {
    parts: Record<string, unknown>;
    unknown: string[];
  };
}
