// SPDX-License-Identifier: Apache-2.0
#include "programs/track_lookup.h"

#include <string>
#include <utility>

namespace gainshare {

Result<const ProgramTrack*> track_or_issue(const ProgramEdition& edition, std::string_view path,
                                           std::string_view id) {
  constexpr std::size_t kLongestShown = 40;
  if (const ProgramTrack* const found = find_track(edition, id)) return found;
  std::string words;
  for (const ProgramTrack& track : edition.tracks) {
    if (!words.empty()) words += ", ";
    words += track.id;
  }
  std::string shown{id.substr(0, kLongestShown)};
  return Issue{.path = std::string{path},
               .code = IssueCode::UnknownChoice,
               .message = std::string{edition.title} + " has no \"" + shown + "\" in year " +
                          std::to_string(edition.performance_year) + ". Choose one of " + words +
                          ".",
               .params = {{"value", shown}, {"choices", words}}};
}

ProgramReference reference_of(const ProgramEdition& edition, const ProgramTrack* track) {
  std::string title = std::string{edition.title} + ", " + std::to_string(edition.performance_year);
  if (track != nullptr) title += ", " + std::string{track->title};
  return {.program = std::string{edition.program},
          .performance_year = edition.performance_year,
          .edition = std::string{edition.edition},
          .title = std::move(title)};
}

}  // namespace gainshare
