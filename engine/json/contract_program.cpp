// SPDX-License-Identifier: Apache-2.0
#include "json/contract_program.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <utility>

#include "json/sources.h"
#include "json/words.h"
#include "programs/edition_lookup.h"

namespace gainshare::json {
namespace {

constexpr CountRange kNameLength{.low = 0, .high = 10'000};

// The names of all programs that are whole contracts.
std::string names_of_programs() {
  std::string names;
  std::string_view last;
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.contract.empty() || edition.program == last) continue;
    last = edition.program;
    if (!names.empty()) names += ", ";
    names += last;
  }
  return names;
}

bool is_contract(std::string_view program) {
  const auto editions = program_editions();
  return std::any_of(editions.begin(), editions.end(), [program](const ProgramEdition& edition) {
    return edition.program == program && !edition.contract.empty();
  });
}

// One step of a JSON Pointer. Pointers of editions have no escapes.
Node* step_into(Node* node, std::string_view token) {
  if (node == nullptr) return nullptr;
  std::size_t index = 0;
  const char* const end = token.data() + token.size();
  if (node->kind == Kind::Array && std::from_chars(token.data(), end, index).ptr == end) {
    return index < node->items.size() ? &node->items[index] : nullptr;
  }
  for (Member& member : node->members) {
    if (member.key == token) return &member.value;
  }
  return nullptr;
}

Node* find(Node& root, std::string_view pointer) {
  Node* node = &root;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    node = step_into(node, pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return node;
}

void cite(Node& node, const Source& source) {
  node.source = &source;
  for (Node& item : node.items) cite(item, source);
  for (Member& member : node.members) cite(member.value, source);
}

// A citation holds for all that stands below it, unless a longer pointer has its own: the
// generator writes them by ascending pointer, so the longer ones come later.
std::unique_ptr<std::vector<Source>> cite_all(const ProgramEdition& edition, Node& contract) {
  auto sources = std::make_unique<std::vector<Source>>();
  sources->reserve(edition.parameters.size());
  for (const Parameter& parameter : edition.parameters) {
    sources->push_back(
        {.citation = std::string{parameter.citation}, .status = parameter.status, .clause = {}});
    Node* const node = find(contract, parameter.id);
    if (node != nullptr) cite(*node, sources->back());
  }
  return sources;
}

}  // namespace

std::optional<ContractOfProgram> read_contract_of_program(ObjectReader& program) {
  const auto name = program.text("name", Need::Required, kNameLength);
  const auto year = program.whole("performance_year", Need::Required, kYear);
  program.finish();
  if (name && !is_contract(*name)) {
    const std::string names = names_of_programs();
    program.report("name", IssueCode::UnknownProgram,
                   "There is no program " + in_quotes(*name) +
                       " that is a whole contract. Choose " + names +
                       "; a program of one stream is named in the stream.",
                   {{"value", shortened(*name)}, {"choices", names}});
    return std::nullopt;
  }
  if (!name || !year) return std::nullopt;
  const auto found = edition_or_issue(program_editions(), *name, static_cast<std::int32_t>(*year));
  if (!found) {
    for (Issue issue : found.issues()) {
      issue.path = program.place().pointer() + issue.path;
      program.issues().push_back(std::move(issue));
    }
    return std::nullopt;
  }
  const ProgramEdition& edition = *found.value();
  std::optional<Node> contract = read_document(edition.contract, program.place(), program.issues());
  if (!contract) return std::nullopt;
  auto sources = cite_all(edition, *contract);
  const std::string text_of_year = std::to_string(edition.performance_year);
  return ContractOfProgram{.reference = {.program = *name,
                                         .performance_year = edition.performance_year,
                                         .edition = std::string{edition.edition},
                                         .title = std::string{edition.title} + ", " + text_of_year},
                           .contract = std::move(*contract),
                           .sources = std::move(sources)};
}

}  // namespace gainshare::json
