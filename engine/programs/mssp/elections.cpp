// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "programs/mssp/resolve.h"

namespace gainshare {
namespace {

// Track 2 has year limits for its first, second and every later year; the wire takes 1 to 6.
constexpr std::int32_t kLastTrackYear = 6;
constexpr std::string_view kVariable = "variable";

// The options of an election as a sentence lists them, and whether one of them was chosen.
struct Options {
  std::vector<std::string_view> words;

  bool has(const std::optional<Rate>& elected) const {
    for (const std::string_view word : words) {
      const bool variable = word == kVariable;
      if (variable ? !elected : elected && Rate::from_text(word) == elected) return true;
    }
    return false;
  }

  std::string text() const {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
      out += words[i] == kVariable ? "\"variable\"" : std::string{words[i]};
    }
    return out;
  }
};

std::string text_of(const std::optional<Rate>& elected) {
  return elected ? elected->to_text() : "\"variable\"";
}

std::optional<Issue> check_elected(const TrackParameters& parameters,
                                   const MsspElections& elections) {
  const Options options{words_of(parameters.at("minimum_rate_options"))};
  const std::string title{parameters.track->title};
  if (!elections.minimum_rate_stated && !elections.minimum_rate) {
    const bool fixed_before = parameters.find("fixed_minimum_rate_agreements_before") != nullptr;
    return Issue{
        .path = "/minimum_rate",
        .code = IssueCode::Missing,
        .message = title +
                   " is two-sided and needs the minimum rate that was elected. "
                   "Enter " +
                   options.text() +
                   (fixed_before ? ", or the start of an agreement that began before 2016." : "."),
        .params = {{"key", "minimum_rate"}, {"choices", options.text()}}};
  }
  if (options.has(elections.minimum_rate)) return std::nullopt;
  const std::string value = text_of(elections.minimum_rate);
  return Issue{.path = "/minimum_rate",
               .code = IssueCode::OutOfRange,
               .message = "The minimum rate " + value + " cannot be elected on " + title +
                          ". Choose " + options.text() + ".",
               .params = {{"value", value}, {"choices", options.text()}}};
}

std::optional<Issue> check_fixed(const TrackParameters& parameters,
                                 const MsspElections& elections) {
  const Parameter& fixed = parameters.at("fixed_minimum_rate");
  const bool stated = elections.minimum_rate_stated || elections.minimum_rate;
  if (!stated || elections.minimum_rate == rate_of(fixed)) return std::nullopt;
  const std::string value = text_of(elections.minimum_rate);
  const std::string rate{fixed.value};
  return Issue{.path = "/minimum_rate",
               .code = IssueCode::OutOfRange,
               .message = "The minimum rate is " + value + ", but " +
                          std::string{parameters.track->title} +
                          " agreements that began before 2016 have " + rate + ". Enter " + rate +
                          " or leave it out.",
               .params = {{"value", value}, {"choices", rate}}};
}

std::optional<Issue> check_one_sided(const TrackParameters& parameters,
                                     const MsspElections& elections) {
  if (!elections.minimum_rate) return std::nullopt;
  return Issue{.path = "/minimum_rate",
               .code = IssueCode::NotApplicable,
               .message = std::string{parameters.track->title} +
                          " is one-sided and takes its minimum rate from the number of assigned "
                          "beneficiaries. Leave it out or enter \"variable\".",
               .params = {{"value", text_of(elections.minimum_rate)}}};
}

std::optional<Issue> check_minimum_rate(const TrackParameters& parameters,
                                        const MsspElections& elections) {
  switch (minimum_rate_origin(parameters, elections)) {
    case MinimumRateOrigin::Elected:
      return check_elected(parameters, elections);
    case MinimumRateOrigin::Fixed:
      return check_fixed(parameters, elections);
    case MinimumRateOrigin::BySize:
      break;
  }
  return check_one_sided(parameters, elections);
}

std::optional<Issue> check_track_year(const TrackParameters& parameters,
                                      const MsspElections& elections) {
  const bool by_year = parameters.find("loss_limit_of_benchmark_year_1") != nullptr;
  const std::string title{parameters.track->title};
  if (!by_year && elections.track_year) {
    return Issue{.path = "/track_year",
                 .code = IssueCode::NotApplicable,
                 .message = "Only Track 2 limits losses by the year in the track; " + title +
                            " does not. Leave the track year out.",
                 .params = {{"value", std::to_string(*elections.track_year)}}};
  }
  if (!by_year) return std::nullopt;
  if (!elections.track_year) {
    return Issue{.path = "/track_year",
                 .code = IssueCode::Missing,
                 .message = title +
                            " limits losses by the year in the track, which is not "
                            "given. Enter 1, 2, or 3 for the third and every later year.",
                 .params = {{"key", "track_year"}}};
  }
  if (*elections.track_year >= 1 && *elections.track_year <= kLastTrackYear) return std::nullopt;
  return Issue{.path = "/track_year",
               .code = IssueCode::OutOfRange,
               .message = "The track year is " + std::to_string(*elections.track_year) +
                          ". Enter a whole number from 1 to " + std::to_string(kLastTrackYear) +
                          ".",
               .params = {{"value", std::to_string(*elections.track_year)},
                          {"low", "1"},
                          {"high", std::to_string(kLastTrackYear)}}};
}

}  // namespace

Issues check_track_elections(const TrackParameters& parameters, const MsspElections& elections) {
  Issues issues;
  if (auto issue = check_minimum_rate(parameters, elections)) issues.push_back(*std::move(issue));
  if (auto issue = check_track_year(parameters, elections)) issues.push_back(*std::move(issue));
  return issues;
}

}  // namespace gainshare
