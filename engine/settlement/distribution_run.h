// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settlement/settlement.h"

namespace gainshare {

// Whether the distribution is of this stream's money too.
bool is_distributed(const DistributionTerms& terms, const StreamOutcome& stream);

// What goes to the participants of what the streams leave with the provider. Adds the outcome and
// the flows to a settlement whose streams have run; the issues carry paths into the experience.
Issues run_distribution(const DistributionTerms& terms, const Experience& experience,
                        Settlement& settlement);

}  // namespace gainshare
