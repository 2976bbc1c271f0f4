// SPDX-License-Identifier: Apache-2.0
#include "population/assignment_windows.h"

#include "population/reconciliation.h"
#include "support/catch.h"

namespace gainshare {
namespace {

const DaySpan k2025{.first = day_of(2025, 1, 1), .last = day_of(2025, 12, 31)};

DaySpan span(const char* first, const char* last) {
  return {.first = day_of(*date_from_iso(first)), .last = day_of(*date_from_iso(last))};
}

TEST_CASE("The retrospective window is the year; the prospective one ends before it") {
  AttributionTerms terms;
  CHECK(windows_of(terms, k2025).current == k2025);
  CHECK_FALSE(windows_of(terms, k2025).older.has_value());
  terms.timing = AssignmentTiming::Prospective;
  CHECK(windows_of(terms, k2025).current == span("2024-01-01", "2024-12-31"));
  terms.gap_months = 3;
  CHECK(windows_of(terms, k2025).current == span("2023-10-01", "2024-09-30"));
  terms.gap_months = 10;
  CHECK(windows_of(terms, k2025).current == span("2023-03-01", "2024-02-29"));
}

TEST_CASE("Weights and step three look back at the twelve months before the window") {
  AttributionTerms terms{.methods = {{.weights = WindowWeights{}}}};
  CHECK(windows_of(terms, k2025).older == span("2024-01-01", "2024-12-31"));
  terms = {.services = {.edition = 2025}, .methods = {{.method = AssignmentMethod::TwoStep}}};
  CHECK(windows_of(terms, k2025).older == span("2024-01-01", "2024-12-31"));
  terms.timing = AssignmentTiming::Prospective;
  terms.gap_months = 3;
  CHECK(windows_of(terms, k2025).older == span("2022-10-01", "2023-09-30"));
  terms.services.edition = 2024;
  CHECK_FALSE(windows_of(terms, k2025).older.has_value());
}

TEST_CASE("A year that begins late in a month looks back to the last day there is") {
  AttributionTerms terms{.timing = AssignmentTiming::Prospective, .gap_months = 1};
  const DaySpan year = span("2024-03-31", "2025-03-30");
  CHECK(windows_of(terms, year).current == span("2023-02-28", "2024-02-28"));
}

TEST_CASE("Whoever was assigned before the year stays unless coverage or place is lost") {
  const ReconciliationTerms terms;
  const auto of = [&](const Member& member, const std::vector<CoverageSpan>& coverage) {
    return reconcile(terms, member, coverage, k2025);
  };
  const CoverageSpan whole{.first = k2025.first, .last = k2025.last};
  CHECK(of({}, {whole}) == Reconciled::Kept);
  CHECK(of({}, {}) == Reconciled::LostCoverage);
  const CoverageSpan half{.first = day_of(2025, 1, 1), .last = day_of(2025, 6, 30)};
  CHECK(of({}, {half}) == Reconciled::LostCoverage);
  // Death ends the months, and is no reason to leave.
  CHECK(of({.died = day_of(2025, 6, 30)}, {half}) == Reconciled::Kept);
  CHECK(of({.died = day_of(2025, 7, 1)}, {half}) == Reconciled::LostCoverage);
  CHECK(of({.died = day_of(2024, 12, 31)}, {whole}) == Reconciled::DiedBefore);
  const CoverageSpan rest{.first = day_of(2025, 7, 31), .last = day_of(2025, 12, 1)};
  CHECK(of({}, {rest, half}) == Reconciled::Kept);
}

TEST_CASE("Terms may ask for one month alone, and for a county") {
  const CoverageSpan day{.first = day_of(2025, 6, 30), .last = day_of(2025, 6, 30)};
  const std::vector<CoverageSpan> coverage{day};
  const ReconciliationTerms terms{.coverage = CoverageKept::AnyMonth, .counties = {"50007"}};
  CHECK(reconcile(terms, {.county = "50007"}, coverage, k2025) == Reconciled::Kept);
  CHECK(reconcile(terms, {.county = "50009"}, coverage, k2025) == Reconciled::MovedAway);
  CHECK(reconcile(terms, {}, {}, k2025) == Reconciled::LostCoverage);
}

}  // namespace
}  // namespace gainshare
