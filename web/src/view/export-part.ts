// SPDX-License-Identifier: Apache-2.0
/*! @license write-excel-file: MIT License, Copyright (c) 2018 gitlab.com/catamphetamine */
import { html, type TemplateResult } from 'lit';
import writeXlsxFile from 'write-excel-file/browser';
import { announce } from '../components/live-region.js';
import { t } from '../i18n/index.js';
import { statementCsv, statementTable } from '../model/export.js';
import type { Settlement } from '../model/wire.js';
import { workbook } from '../model/workbook.js';
import { copy } from './clipboard.js';
import { fileName, save, saveBlob } from '../components/save.js';

// The statement goes out: as CSV, as a workbook with live formulas, as a table to paste.
async function saveWorkbook(settlement: Settlement, name: string, version: string): Promise<void> {
  const sheets = workbook(settlement, version);
  saveBlob(`${name}.xlsx`, await writeXlsxFile(sheets as Parameters<typeof writeXlsxFile>[0]).toBlob());
}

export function exportPart(
  settlement: Settlement,
  title: string,
  version: string,
): TemplateResult {
  const words = t.payer;
  const name = fileName(title);
  const copyTable = (): void =>
    announce(copy(statementTable(settlement)) ? words.copied : words.notCopied);
  return html`<div class="export row-buttons" role="group" aria-label=${words.export}>
    <button
      type="button"
      @click=${() => save(`${name}.csv`, statementCsv(settlement, version), 'text/csv')}
    >
      ${words.csv}
    </button>
    <button type="button" @click=${() => void saveWorkbook(settlement, name, version)}>
      ${words.xlsx}
    </button>
    <button type="button" @click=${copyTable}>${words.copyTable}</button>
  </div>`;
}
