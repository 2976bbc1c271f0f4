// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/contract.h"
#include "json/contract_reader.h"
#include "json/object_reader.h"

namespace gainshare::json {

// "score_from" of a stream: the id of the scorecard whose score it uses.
void read_score_from(ObjectReader& reader, const StreamKind& kind, Stream& stream);

// Reports a score that the stream takes and its terms never use.
void check_score_is_used(ObjectReader& reader, const Stream& stream);

// Every "score_from" names a quality scorecard that stands before its stream.
// `list` is the contract's list of streams, sound or not.
void check_score_from(const Node& list, const Place& streams, Issues& issues);

}  // namespace gainshare::json
