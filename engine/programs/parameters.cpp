// SPDX-License-Identifier: Apache-2.0
#include "programs/parameters.h"

#include <algorithm>
#include <charconv>

namespace gainshare {
namespace {

constexpr Parameter kAbsent{
    .id = {}, .value = {}, .unit = {}, .citation = {}, .status = Status::Unverified, .note = {}};

const Parameter* find_in(std::span<const Parameter> parameters, std::string_view id) {
  for (const Parameter& parameter : parameters) {
    if (parameter.id == id) return &parameter;
  }
  return nullptr;
}

}  // namespace

const Parameter* TrackParameters::find(std::string_view id) const {
  const Parameter* const own = find_in(track->parameters, id);
  return own != nullptr ? own : find_in(edition->parameters, id);
}

const Parameter& TrackParameters::at(std::string_view id) const {
  const Parameter* const found = find(id);
  return found != nullptr ? *found : kAbsent;
}

const ProgramTrack* find_track(const ProgramEdition& edition, std::string_view id) {
  for (const ProgramTrack& track : edition.tracks) {
    if (track.id == id) return &track;
  }
  return nullptr;
}

Rate rate_of(const Parameter& parameter) {
  return Rate::from_text(parameter.value).value_or(Rate{});
}

std::int64_t count_of(const Parameter& parameter) {
  std::int64_t count = 0;
  std::from_chars(parameter.value.data(), parameter.value.data() + parameter.value.size(), count);
  return count;
}

Date date_of(const Parameter& parameter) { return date_from_iso(parameter.value).value_or(Date{}); }

bool holds(const Parameter* parameter) {
  return parameter != nullptr && parameter->value == "true";
}

std::vector<std::string_view> words_of(const Parameter& parameter) {
  std::vector<std::string_view> words;
  std::string_view rest = parameter.value;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    words.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

Source source_of(std::initializer_list<const Parameter*> parameters) {
  Source source{.citation = {}, .status = Status::Contract, .clause = {}};
  std::vector<std::string_view> cited;
  for (const Parameter* const parameter : parameters) {
    if (parameter == nullptr) continue;
    source.status = std::max(source.status, parameter->status);
    if (std::find(cited.begin(), cited.end(), parameter->citation) != cited.end()) continue;
    cited.push_back(parameter->citation);
    if (!source.citation.empty()) source.citation += "; ";
    source.citation += parameter->citation;
  }
  return source;
}

Source source_of(const Parameter& parameter) { return source_of({&parameter}); }

Term<Rate> rate_term(const Parameter& parameter) {
  return {.value = rate_of(parameter), .source = source_of(parameter)};
}

}  // namespace gainshare
