// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contract/contract.h"
#include "core/result.h"

namespace gainshare {

// The streams of a contract in order; nothing where one could not be read.
using ReadStreams = std::vector<const Stream*>;

// Every reason for which streams cannot stand in one contract, in one place; each issue's path is
// that of the stream that does not fit ("/streams/1"):
//
// - a capitation beside fee-for-service, unless it says which services are carved out of it: the
//   same services would be paid twice;
// - a second fee-for-service stream: both would pay the same bills;
// - capitations that take more than the whole premium between them;
// - streams that share the savings or the losses of the same spending and take more than the whole
//   of them between them: the payer would pay out more than was saved;
// - an advance with no stream after it that shares savings: nothing could ever pay it back. (What
//   those streams leave of an advance is carried on in the settlement.)
Issues check_mixes(const ReadStreams& streams);

}  // namespace gainshare
