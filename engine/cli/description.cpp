// SPDX-License-Identifier: Apache-2.0
#include "cli/description.h"

#include <algorithm>
#include <string_view>

#include "cli/figures.h"
#include "json/contract_reader.h"
#include "json/terms.h"
#include "programs/programs.h"

namespace gainshare::cli {
namespace {

std::string terms_of(std::string_view kind) {
  std::size_t ids = 0, titles = 0;
  for (const json::TermOfKind& term : json::terms_of_kinds()) {
    if (term.kind != kind) continue;
    ids = std::max(ids, width(term.id));
    titles = std::max(titles, width(term.title));
  }
  std::string text;
  for (const json::TermOfKind& term : json::terms_of_kinds()) {
    if (term.kind != kind) continue;
    std::string line = "  " + left(term.id, ids) + "  " + left(term.title, titles) + "  " +
                       (term.required ? "required  " : "          ") + std::string{term.unit};
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string programs() {
  std::string text = "Programs\n";
  std::string_view open;
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != open) {
      text += std::string{open.empty() ? "" : "\n"} + "  " + std::string{edition.program} + ", " +
              std::string{edition.title} + ":";
      open = edition.program;
    }
    text += " " + std::to_string(edition.performance_year);
    if (edition.law == "not_settled") text += " (not settled law)";
  }
  return text + "\n";
}

}  // namespace

std::string description() {
  std::string text;
  for (const json::StreamKind& kind : json::kStreamKinds) {
    text +=
        std::string{kind.kind} + ": " + std::string{kind.title} + "\n" + terms_of(kind.kind) + "\n";
  }
  return text + "distribution: Distribution of the net payment\n" + terms_of("distribution") +
         "\n" + programs();
}

}  // namespace gainshare::cli
