// SPDX-License-Identifier: Apache-2.0
#include "population/candidates.h"

namespace gainshare {
namespace {

// Those without a group stand for themselves by their TIN.
const std::string& id_of(const Provider& provider, CandidateUnit unit) {
  if (unit == CandidateUnit::Npi) return provider.npi;
  if (unit == CandidateUnit::Group && !provider.group.empty()) return provider.group;
  return provider.tin;
}

}  // namespace

CandidateFinder::CandidateFinder(const Intake& intake, const ClaimsPopulation& population,
                                 CandidateUnit unit)
    : intake_(intake), unit_(unit), of_provider_(population.providers.size(), kNoCandidate) {
  for (std::size_t i = 0; i < population.providers.size(); ++i) {
    const Provider& provider = population.providers[i];
    if (!provider.rostered) continue;
    const CandidateIndex candidate = index_of(id_of(provider, unit));
    of_provider_[i] = candidate;
    if (provider.participant) candidates_.participant[candidate] = 1;
    candidates_.names.emplace_back(provider.npi, candidate);
  }
}

CandidateIndex CandidateFinder::index_of(const std::string& id) {
  const auto [place, is_new] =
      indices_.try_emplace(id, static_cast<CandidateIndex>(candidates_.ids.size()));
  if (is_new) {
    candidates_.ids.push_back(id);
    candidates_.participant.push_back(0);
  }
  return place->second;
}

CandidateIndex CandidateFinder::candidate_by_claim(const ClaimLine& line) {
  const std::string tin = intake_.words.text(line.tin);
  if (!tin.empty() && unit_ != CandidateUnit::Npi) return index_of(tin);
  const std::string npi = intake_.providers.text(line.provider);
  return npi.empty() ? kNoCandidate : index_of(npi);
}

}  // namespace gainshare
