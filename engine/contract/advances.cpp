// SPDX-License-Identifier: Apache-2.0
#include "contract/advances.h"

#include <algorithm>
#include <variant>

namespace gainshare {

bool pays_in_advance(const Stream& stream) {
  if (const auto* grant = std::get_if<InfrastructureGrantTerms>(&stream.terms)) {
    return grant->advance.value;
  }
  const auto* const management = std::get_if<ManagementPaymentTerms>(&stream.terms);
  return management != nullptr && management->advance.value;
}

bool shares_savings(const Stream& stream) {
  return std::holds_alternative<SharedSavingsTerms>(stream.terms) ||
         std::holds_alternative<RiskCorridorTerms>(stream.terms) ||
         std::holds_alternative<PrefundedBonusTerms>(stream.terms) ||
         std::holds_alternative<EpisodePaymentTerms>(stream.terms);
}

bool recoups_advances(const Contract& contract, std::size_t index) {
  const Stream& stream = contract.streams[index];
  if (!shares_savings(stream)) return false;
  const auto* const savings = std::get_if<SharedSavingsTerms>(&stream.terms);
  if (savings == nullptr || savings->recoupment) return true;
  const auto end = contract.streams.begin() + static_cast<std::ptrdiff_t>(index);
  return std::any_of(contract.streams.begin(), end, pays_in_advance);
}

}  // namespace gainshare
