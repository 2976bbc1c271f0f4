// SPDX-License-Identifier: Apache-2.0
#include "json/attribution_services_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "json/words.h"
#include "population/assignment_edition.h"

namespace gainshare::json {
namespace {

constexpr CountRange kCodeCount{.low = 1, .high = 500};
constexpr CountRange kNameLength{.low = 1, .high = 100};
constexpr std::size_t kLongestCode = 10;
// The editions say which years there are; this only keeps the number small.
constexpr WholeRange kEdition{.noun = "a performance year", .low = 1900, .high = 2199};

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= kLongestCode &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

// "99201-99215", of codes of one length, the lower first; or one code.
std::optional<CodeRange> range_of(std::string_view text) {
  const std::size_t dash = text.find('-');
  const std::string_view first = text.substr(0, dash);
  const std::string_view last = dash == std::string_view::npos ? first : text.substr(dash + 1);
  if (!is_code(first) || !is_code(last)) return std::nullopt;
  if (first.size() != last.size() || first > last) return std::nullopt;
  return CodeRange{.first = std::string{first}, .last = std::string{last}};
}

// Each item of a list of texts in turn: its text, and where it stands.
template <class Take>
void each_text(ObjectReader& reader, std::string_view key, const Node& list, const Take& take) {
  const Place place{reader.place(), key};
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    Node holder{.kind = Kind::Object};
    holder.members.push_back({.key = std::to_string(i), .value = list.items[i]});
    ObjectReader item{holder, place, reader.issues()};
    const std::string_view index = holder.members[0].key;
    const auto text = item.text(index, Need::Required, kNameLength);
    if (text) take(*text, item, index);
  }
}

void report_bad_code(ObjectReader& item, std::string_view index, const std::string& text,
                     std::string_view mend) {
  item.report(index, IssueCode::BadCell, in_quotes(text) + " is no code. " + std::string{mend},
              {{"value", shortened(text)}});
}

std::optional<std::vector<CodeRange>> read_codes(ObjectReader& services) {
  const Node* const list = services.list("codes", Need::Optional, kCodeCount);
  if (list == nullptr) return std::nullopt;
  std::vector<CodeRange> codes;
  each_text(services, "codes", *list,
            [&](const std::string& text, ObjectReader& item, std::string_view index) {
              auto range = range_of(text);
              if (range) {
                codes.push_back(*std::move(range));
              } else {
                report_bad_code(item, index, text,
                                "Enter a code such as G0402, or a range such as 99201-99215, the "
                                "lower code first.");
              }
            });
  return codes;
}

std::optional<std::vector<std::string>> read_specialties(ObjectReader& services,
                                                         std::string_view key) {
  const Node* const list = services.list(key, Need::Optional, kCodeCount);
  if (list == nullptr) return std::nullopt;
  std::vector<std::string> specialties;
  each_text(services, key, *list,
            [&](const std::string& text, ObjectReader& item, std::string_view index) {
              if (!is_code(text)) {
                report_bad_code(item, index, text,
                                "Enter a specialty as the roster has it, such as 08.");
              }
              specialties.push_back(text);
            });
  return specialties;
}

std::optional<std::int32_t> read_edition(ObjectReader& services) {
  const auto year = services.whole("edition", Need::Optional, kEdition);
  if (!year) return std::nullopt;
  const auto edition = assignment_edition(static_cast<std::int32_t>(*year));
  if (edition) return static_cast<std::int32_t>(*year);
  for (const Issue& issue : edition.issues()) {
    services.report("edition", issue.code, issue.message, issue.params);
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> read_texts(ObjectReader& reader, std::string_view key, const Node& list) {
  std::vector<std::string> texts;
  each_text(reader, key, list, [&](const std::string& text, ObjectReader&, std::string_view) {
    texts.push_back(text);
  });
  return texts;
}

ServiceTerms read_attribution_services(ObjectReader& attribution) {
  const Node* const node = attribution.object("services", Need::Optional);
  if (node == nullptr) return {};
  const Place place{attribution.place(), "services"};
  ObjectReader reader{*node, place, attribution.issues()};
  ServiceTerms terms;
  terms.edition = read_edition(reader);
  terms.codes = read_codes(reader);
  terms.primary_care_specialties = read_specialties(reader, "primary_care_specialties");
  terms.non_physician_specialties = read_specialties(reader, "non_physician_specialties");
  terms.step_two_specialties = read_specialties(reader, "step_two_specialties");
  terms.teaching_amendment_hospitals =
      reader.truth("teaching_amendment_hospitals", Need::Optional).value_or(false);
  reader.finish();
  return terms;
}

}  // namespace gainshare::json
