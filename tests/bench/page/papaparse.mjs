// SPDX-License-Identifier: Apache-2.0
// PapaParse with objects and Maps.
import { byPapaParse } from '../../support/claims-papaparse.mjs';
import { contend } from './contest.mjs';

contend((files) => byPapaParse(files));
