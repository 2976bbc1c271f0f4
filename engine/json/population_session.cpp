// SPDX-License-Identifier: Apache-2.0
#include "json/population_session.h"

#include <algorithm>
#include <utility>

#include "core/enum_name.h"
#include "json/issue_writer.h"
#include "json/population_writer.h"
#include "json/words.h"
#include "json/writer.h"
#include "population/intake/partial.h"

namespace gainshare::json {
namespace {

Issue no_such_member(std::string_view id) {
  return {.path = "",
          .code = IssueCode::UnknownChoice,
          .message = "No row has the person id \"" + shortened(id) +
                     "\". Enter an id as the files have it.",
          .params = {{"value", shortened(id)}}};
}

Issue amounts_too_large() {
  return {.path = "",
          .code = IssueCode::TooLarge,
          .message =
              "The amounts of the claims come to more than 90 trillion dollars. Correct the "
              "files.",
          .params = {}};
}

}  // namespace

Result<std::unique_ptr<PopulationSession>> PopulationSession::open(std::string_view terms) {
  Issues issues;
  std::optional<PopulationTerms> read = read_population_terms(terms, Place{""}, issues);
  if (!read) return issues;
  return std::unique_ptr<PopulationSession>{new PopulationSession{std::move(*read)}};
}

Issues PopulationSession::set_terms(std::string_view terms) {
  Issues issues;
  std::optional<PopulationTerms> read = read_population_terms(terms, Place{""}, issues);
  if (!read) return issues;
  if (!tally_alike(terms_, *read)) tallied_ = false;
  if (!diagnoses_alike(terms_.risk, read->risk)) diagnosed_ = false;
  settled_ = false;
  terms_ = std::move(*read);
  return issues;
}

Issues PopulationSession::begin_file(FileToRead file, std::string_view mapping) {
  Issues issues;
  std::optional<ColumnMapping> read = read_mapping(mapping, file.kind, Place{"/mapping"}, issues);
  if (!read) return issues;
  file.mapping = std::move(*read);
  population_.reset();
  tallied_ = settled_ = false;
  file_ = std::make_unique<FileIntake>(intake_, std::move(file));
  return issues;
}

void PopulationSession::begin_risk_table(RiskTableKind kind, std::string name) {
  diagnosed_ = settled_ = false;
  table_ = std::make_unique<RiskTableIntake>(kind, std::move(name));
}

Issues PopulationSession::begin(std::string_view kind, std::string name, std::string_view mapping) {
  if (const auto known = from_name(kFileKindNames, kind)) {
    return begin_file({.kind = *known, .name = std::move(name)}, mapping);
  }
  const auto table = risk_table_kind(kind);
  if (!table) return {unknown_file_kind(kind)};
  begin_risk_table(*table, std::move(name));
  return {};
}

bool PopulationSession::take(std::size_t bytes) {
  if (table_ != nullptr) return table_->take(bytes);
  return file_ != nullptr && file_->take(bytes);
}

Result<const HeldRiskTable*> PopulationSession::end_risk_table() {
  const std::unique_ptr<RiskTableIntake> table = std::move(table_);
  Result<HeldRiskTable> held = table->finish();
  if (!held) return std::move(held).issues();
  held_tables_.push_back(std::move(held).value());
  return &held_tables_.back();
}

Result<FileReport> PopulationSession::end_file() {
  const std::unique_ptr<FileIntake> file = std::move(file_);
  if (file == nullptr) {
    return Issue{.path = "",
                 .code = IssueCode::Missing,
                 .message = "No file was begun. Begin one first.",
                 .params = {}};
  }
  if (!file->finish()) return file->issues();
  return file->report();
}

std::string PopulationSession::partial() const { return write_partial(intake_); }

Issues PopulationSession::merge(std::string_view partial) {
  population_.reset();
  tallied_ = settled_ = false;
  return merge_partial(intake_, partial);
}

Issues PopulationSession::tally() {
  if (intake_.amounts_cents > kLargestCents) return {amounts_too_large()};
  if (!population_) population_ = resolve(intake_);
  std::vector<DaySpan> periods = terms_.base_years;
  periods.push_back(terms_.year);
  years_.clear();
  for (const DaySpan period : periods) {
    Result<PeriodTally> tally = tally_period(intake_, *population_, terms_, period);
    if (!tally) return std::move(tally).issues();
    years_.push_back({.tally = std::move(tally).value(), .outcome = {}});
  }
  tallied_ = true;
  diagnosed_ = settled_ = false;
  return {};
}

Issues PopulationSession::settle() {
  for (PeriodResult& year : years_) {
    Result<PeriodOutcome> outcome = settle_period(*population_, year.tally, terms_);
    if (!outcome) return std::move(outcome).issues();
    year.outcome = std::move(outcome).value();
  }
  return {};
}

// Of every year, by the user's tables.
Issues PopulationSession::collect_diagnoses() {
  std::vector<RiskFile> files;
  for (const HeldRiskTable& table : held_tables_) {
    files.push_back({.kind = table.kind, .name = table.name, .bytes = table.bytes});
  }
  Result<RiskTables> tables = read_risk_tables(*terms_.risk, files);
  if (!tables) return std::move(tables).issues();
  risk_tables_ = std::move(tables).value();
  for (PeriodResult& year : years_) {
    year.diagnoses = {};
    if (terms_.risk->method != RiskMethod::Hcc) continue;
    const DaySpan days = diagnosis_year(*terms_.risk, year.tally.period);
    year.diagnoses = diagnoses_of_year(intake_, *population_, risk_tables_, days);
  }
  diagnosed_ = true;
  return {};
}

Issues PopulationSession::score() {
  for (PeriodResult& year : years_) year.risk.reset();
  if (!terms_.risk) return {};
  if (!diagnosed_) {
    Issues issues = collect_diagnoses();
    if (!issues.empty()) return issues;
  }
  const RiskSources sources{intake_, *population_, terms_, risk_tables_};
  for (PeriodResult& year : years_) {
    Result<YearRisk> risk = score_year(sources, year.diagnoses, year.tally, year.outcome);
    if (!risk) return std::move(risk).issues();
    year.risk = std::move(risk).value();
  }
  return {};
}

Result<PopulationResult> PopulationSession::result() {
  if (!tallied_) {
    Issues issues = tally();
    if (!issues.empty()) return issues;
  }
  if (!settled_) {
    Issues issues = settle();
    if (issues.empty()) issues = score();
    if (!issues.empty()) return issues;
    settled_ = true;
  }
  return PopulationResult{.intake = intake_,
                          .population = *population_,
                          .terms = terms_,
                          .years = years_,
                          .risk_tables = risk_tables_};
}

std::optional<MemberIndex> PopulationSession::member(std::string_view id) const {
  const auto& members = population_->members;
  const auto& order = population_->by_id;
  const auto found = std::lower_bound(
      order.begin(), order.end(), id,
      [&](MemberIndex member, std::string_view wanted) { return members[member].id < wanted; });
  if (found == order.end() || members[*found].id != id) return std::nullopt;
  return *found;
}

Issue unknown_file_kind(std::string_view kind) {
  return {.path = "",
          .code = IssueCode::UnknownChoice,
          .message = "There is no kind of file " + in_quotes(kind) +
                     ". Choose claims, eligibility, roster, risk_coefficients, risk_diagnoses, "
                     "risk_hierarchy, risk_interactions or risk_eligible_codes.",
          .params = {{"value", shortened(kind)}}};
}

namespace {

// As a file's report, with what a table has of it.
std::string risk_table_answer(PopulationSession& session) {
  const Result<const HeldRiskTable*> table = session.end_risk_table();
  if (!table) return refusal(table.issues());
  FileReport report;
  report.name = table.value()->name;
  report.bytes = table.value()->bytes.size();
  report.rows_read = report.kept = table.value()->rows;
  Writer writer;
  begin_answer(true, writer);
  writer.begin_object("file");
  write_file_report(report, risk_file_kind(table.value()->kind), writer);
  writer.end_object();
  writer.end_object();
  return writer.take();
}

}  // namespace

std::string file_answer(PopulationSession& session) {
  if (session.is_reading_risk_table()) return risk_table_answer(session);
  const Result<FileReport> report = session.end_file();
  if (!report) return refusal(report.issues());
  Writer writer;
  begin_answer(true, writer);
  writer.begin_object("file");
  write_file_report(report.value(), name_of(kFileKindNames, report.value().kind), writer);
  writer.end_object();
  writer.end_object();
  return writer.take();
}

Result<std::string> table_answer(PopulationSession& session, std::string_view name) {
  const auto table = from_name(kPopulationTableNames, name);
  if (!table) {
    return Issue{.path = "",
                 .code = IssueCode::UnknownChoice,
                 .message = "There is no table " + in_quotes(name) + ".",
                 .params = {{"value", shortened(name)}}};
  }
  const Result<PopulationResult> result = session.result();
  if (!result) return result.issues();
  return table_of(result.value(), *table);
}

std::string population_answer(PopulationSession& session) {
  const Result<PopulationResult> result = session.result();
  if (!result) return refusal(result.issues());
  Writer writer;
  begin_answer(true, writer);
  write_population(result.value(), writer);
  writer.end_object();
  return writer.take();
}

std::string member_answer(PopulationSession& session, std::string_view id) {
  const Result<PopulationResult> result = session.result();
  if (!result) return refusal(result.issues());
  const std::optional<MemberIndex> member = session.member(id);
  if (!member) return refusal({no_such_member(id)});
  Writer writer;
  begin_answer(true, writer);
  write_member(result.value(), *member, writer);
  writer.end_object();
  return writer.take();
}

}  // namespace gainshare::json
