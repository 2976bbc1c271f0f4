// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/contract.h"
#include "json/writer.h"
#include "settlement/settlement.h"
#include "trace/step.h"

namespace gainshare::json {

// Members of an answer about a contract: the programmes its terms come from, its rounding.
void write_programs(const Contract& contract, Writer& writer);
void write_rounding(Rounding rounding, Writer& writer);

// The contract's title, the totals and the outcome of every stream, as members.
void write_settlement(const Contract& contract, const Settlement& settlement, Writer& writer);

// The lines of the statement and the figures to be wary of, as members.
void write_statement(const Trace& trace, Writer& writer);

}  // namespace gainshare::json
