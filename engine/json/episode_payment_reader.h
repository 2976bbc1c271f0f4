// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"
#include "json/document.h"
#include "json/object_reader.h"
#include "json/place.h"

namespace gainshare::json {

// A contract's own episode payment. Complete only when no issue was added.
EpisodePaymentTerms read_episode_payment_terms(const Node& node, const Place& place,
                                               Issues& issues);

// A stream of the kind: its own terms, or those of a program.
void read_episode_payment(ObjectReader& stream, Stream& out);

// The member "episodes" of an experience.
std::optional<EpisodeFacts> read_episode_facts(ObjectReader& experience);

}  // namespace gainshare::json
