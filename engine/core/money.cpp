// SPDX-License-Identifier: Apache-2.0
#include "core/money.h"

namespace gainshare {
namespace {

// `wanted` is less or greater. Of two equal values the first is taken; what cannot be ordered is
// invalid on one side, and then their sum is invalid too.
template <class Value>
Value extreme(const Value& a, const Value& b, std::partial_ordering wanted) {
  const std::partial_ordering order = b <=> a;
  if (order == std::partial_ordering::unordered) return a + b;
  return order == wanted ? b : a;
}

}  // namespace

Amount minimum(const Amount& a, const Amount& b) {
  return extreme(a, b, std::partial_ordering::less);
}

Amount maximum(const Amount& a, const Amount& b) {
  return extreme(a, b, std::partial_ordering::greater);
}

Ratio minimum(const Ratio& a, const Ratio& b) { return extreme(a, b, std::partial_ordering::less); }

Ratio maximum(const Ratio& a, const Ratio& b) {
  return extreme(a, b, std::partial_ordering::greater);
}

}  // namespace gainshare
