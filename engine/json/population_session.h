// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "json/population_reader.h"
#include "population/intake/file_intake.h"
#include "population/resolve.h"
#include "population/risk_table_intake.h"
#include "population/tables.h"

namespace gainshare::json {

// From bytes of claims, eligibility and rosters to an answer: what the command and the page's
// worker hold. Files are read once; under other terms only what depends on them is done again.
class PopulationSession {
 public:
  // Issues have paths of the terms themselves.
  static Result<std::unique_ptr<PopulationSession>> open(std::string_view terms);
  Issues set_terms(std::string_view terms);

  // One file after another: begin_file, then space() and take() for its bytes, then end_file.
  Issues begin_file(FileToRead file, std::string_view mapping);
  // A table of the risk model: it is held whole, and no part of a partial.
  void begin_risk_table(RiskTableKind kind, std::string name);
  // Either, by the name of its kind.
  Issues begin(std::string_view kind, std::string name, std::string_view mapping);
  char* space() { return table_ != nullptr ? table_->space() : file_->space(); }
  static constexpr std::size_t capacity() { return FileIntake::kPiece; }
  bool take(std::size_t bytes);
  // The file's report.
  Result<FileReport> end_file();
  bool is_reading_risk_table() const { return table_ != nullptr; }
  // The table, which the session holds as long as it lives. Null, with issues, where it is none.
  Result<const HeldRiskTable*> end_risk_table();
  std::int64_t rows_read() const { return file_ == nullptr ? 0 : file_->rows_read(); }

  // Everything that was read, to be added to another session's with merge().
  std::string partial() const;
  Issues merge(std::string_view partial);

  // Attribution, cost and experience under the terms.
  Result<PopulationResult> result();
  // The number of a member; nothing where nobody has that id.
  std::optional<MemberIndex> member(std::string_view id) const;

 private:
  explicit PopulationSession(PopulationTerms terms) : terms_(std::move(terms)) {}
  Issues tally();
  Issues settle();
  Issues collect_diagnoses();
  Issues score();

  PopulationTerms terms_;
  Intake intake_;
  std::unique_ptr<FileIntake> file_;
  std::optional<ClaimsPopulation> population_;  // of what was read until now
  std::vector<PeriodResult> years_;
  std::unique_ptr<RiskTableIntake> table_;
  std::deque<HeldRiskTable> held_tables_;
  RiskTables risk_tables_;
  bool tallied_ = false;
  bool diagnosed_ = false;
  bool settled_ = false;
};

// Ends the file and reports on it: {"ok": true, "file": {…}}, or the refusal.
std::string file_answer(PopulationSession& session);
// A table by its name (population/tables.h).
Result<std::string> table_answer(PopulationSession& session, std::string_view name);
Issue unknown_file_kind(std::string_view kind);
// The whole answer about a population, and the refusal where there is none.
std::string population_answer(PopulationSession& session);
// What is known of one member and why it is assigned as it is.
std::string member_answer(PopulationSession& session, std::string_view id);

}  // namespace gainshare::json
