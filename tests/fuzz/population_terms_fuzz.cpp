// SPDX-License-Identifier: Apache-2.0
// Any bytes as population terms: issues with their places, or terms under which a small population
// has an answer, a refusal that says why, and every table.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "json/document.h"
#include "json/population_session.h"

using namespace gainshare;
using namespace gainshare::json;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

constexpr std::string_view kPlainTerms =
    R"({"title": "T", "year": {"begin": "2024-01-01", "end": "2024-12-31"},
        "attribution": {"methods": [{"method": "plurality_of_visits"}]}})";

void read_file(PopulationSession& session, FileKind kind, std::string_view text) {
  require(session.begin_file({.kind = kind, .name = "file.csv", .mapping = {}, .part = {}}, "")
              .empty());
  std::memcpy(session.space(), text.data(), text.size());
  require(session.take(text.size()) && session.end_file().ok());
}

// A population that has something of everything terms ask about; read once.
std::string small_population() {
  auto session = std::move(PopulationSession::open(kPlainTerms)).value();
  read_file(*session, FileKind::Claims,
            "claim_id,claim_line_number,claim_type,person_id,claim_start_date,claim_end_date,"
            "paid_date,hcpcs_code,rendering_npi,paid_amount,allowed_amount,bill_type_code\n"
            "C1,1,professional,M1,2024-02-01,,2024-03-01,99213,N1,80,100,\n"
            "C1,1,professional,M1,2024-02-01,,2024-04-01,99213,N1,-80,-100,\n"
            "C2,1,professional,M1,2023-05-01,,2023-06-01,99214,N2,80,100,\n"
            "C3,1,institutional,M2,2024-07-01,2024-07-09,2024-08-01,,N9,30000,40000,111\n"
            "C4,1,professional,M2,2022-02-01,,2022-03-01,99305,N1,50,60,\n");
  read_file(*session, FileKind::Eligibility,
            "person_id,birth_date,gender,enrollment_start_date,enrollment_end_date,county,"
            "original_reason_entitlement_code,patient_designated_id,risk_score\n"
            "M1,1940-01-01,f,2020-01-01,,31055,0,T1,1.1\n"
            "M2,1959-07-20,m,2024-01-01,2024-09-30,,1,,\n");
  read_file(*session, FileKind::Roster,
            "npi,tin,specialty,group,participant\nN1,T1,8,G,yes\nN2,T2,11,,no\n");
  return session->partial();
}

void check_json(const std::string& answer) {
  Issues issues;
  constexpr Limits kRoom{
      .bytes = std::size_t{1} << 30U, .members = 10'000'000, .string_bytes = 1'000'000};
  const auto tree = read_document(answer, Place{""}, issues, kRoom);
  require(tree.has_value() && issues.empty());
  const Node* const ok = tree->find("ok");
  require(ok != nullptr && (ok->truth || tree->find("issues") != nullptr));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  Result<std::unique_ptr<PopulationSession>> opened = PopulationSession::open(text);
  if (!opened) {
    require(!opened.issues().empty());
    for (const Issue& issue : opened.issues()) require(!issue.message.empty());
    return 0;
  }
  static const std::string population = small_population();
  PopulationSession& session = *opened.value();
  require(session.merge(population).empty());
  const std::string answer = population_answer(session);
  check_json(answer);
  check_json(member_answer(session, "M1"));
  for (const auto& [table, name] : kPopulationTableNames) {
    (void)table_answer(session, name).ok();
  }
  // The same terms again, and others in between, change nothing.
  require(session.set_terms(kPlainTerms).empty());
  (void)population_answer(session);
  require(session.set_terms(text).empty());
  require(population_answer(session) == answer);
  return 0;
}
