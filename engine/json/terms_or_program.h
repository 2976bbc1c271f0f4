// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "contract/contract.h"
#include "json/object_reader.h"
#include "json/program_reader.h"

namespace gainshare::json {

// Where a stream says what it pays: in terms of its own, or by the name of a program. At most one
// of the two is there; neither when there was an issue.
struct TermsOrProgram {
  const Node* terms = nullptr;
  const Node* program = nullptr;
};
TermsOrProgram read_terms_or_program(ObjectReader& stream);

// The terms of a stream: those it states, or those of its program. Both readers take the object,
// its place and the issues; `read_program` takes the stream too, see take_program.
template <class ReadTerms, class ReadProgram>
void read_terms_or_program(ObjectReader& reader, Stream& stream, const ReadTerms& read_terms,
                           const ReadProgram& read_program) {
  const TermsOrProgram found = read_terms_or_program(reader);
  const Place terms{reader.place(), "terms"};
  const Place program{reader.place(), "program"};
  if (found.terms != nullptr) stream.terms = read_terms(*found.terms, terms, reader.issues());
  if (found.program != nullptr) read_program(*found.program, program, reader.issues(), stream);
}

// What a program resolved to becomes the stream's, or its issues are told below `place`.
template <class Resolved>
void take_program(const Result<Resolved>& resolved, const Place& place, Issues& issues,
                  Stream& stream) {
  if (!resolved) {
    add_issues_of_program(resolved.issues(), place, issues);
    return;
  }
  stream.program = resolved.value().reference;
  stream.terms = resolved.value().terms;
}

// The program a stream names, when it is one that this kind of stream has; else an issue.
std::optional<std::string_view> read_program_name(ObjectReader& program,
                                                  std::span<const std::string_view> known);
bool read_program_name(ObjectReader& program, std::string_view expected);

}  // namespace gainshare::json
