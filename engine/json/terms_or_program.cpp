// SPDX-License-Identifier: Apache-2.0
#include "json/terms_or_program.h"

#include <string>

#include "json/words.h"

namespace gainshare::json {

TermsOrProgram read_terms_or_program(ObjectReader& stream) {
  const bool names_program = stream.has("program");
  if (names_program && stream.has("terms")) {
    stream.report("program", IssueCode::Conflict,
                  "The stream has its own terms and names a program. Keep one of them.");
    stream.any("program");
    stream.any("terms");
    return {};
  }
  if (names_program) {
    stream.any("terms");
    return {.terms = nullptr, .program = stream.object("program", Need::Required)};
  }
  if (!stream.has("terms")) {
    stream.report({}, IssueCode::Missing,
                  "The stream has no terms. Add \"terms\" with its own, or \"program\" to take "
                  "those of a program.",
                  {{"key", "terms"}});
  }
  stream.any("program");
  return {.terms = stream.object("terms", Need::Optional), .program = nullptr};
}

std::optional<std::string_view> read_program_name(ObjectReader& program,
                                                  std::span<const std::string_view> known) {
  const auto name = program.text("name", Need::Required, {.low = 0, .high = 10'000});
  if (!name) return std::nullopt;
  for (const std::string_view each : known) {
    if (*name == each) return each;
  }
  program.report("name", IssueCode::UnknownProgram,
                 "There is no program " + in_quotes(*name) + " for this kind of stream. Write " +
                     listed(known) + ".",
                 {{"value", shortened(*name)}, {"choices", listed(known)}});
  return std::nullopt;
}

bool read_program_name(ObjectReader& program, std::string_view expected) {
  return read_program_name(program, std::span{&expected, 1}).has_value();
}

}  // namespace gainshare::json
