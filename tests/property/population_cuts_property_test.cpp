// SPDX-License-Identifier: Apache-2.0
// Random small populations full of what may go wrong: however their files are cut, in whichever
// order the parts are read and merged, the answer and every table have the same bytes; and rows in
// another order, in other files, give the same figures.
#include <algorithm>
#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "json/population_session.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using json::PopulationSession;

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  int whole(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
  }
  bool chance(int percent) { return whole(1, 100) <= percent; }
  template <class List>
  auto pick(const List& list) {
    return *(list.begin() + static_cast<std::ptrdiff_t>(below(list.size())));
  }
  std::string pick(std::initializer_list<const char*> list) {
    return *(list.begin() + below(list.size()));
  }
  template <class T>
  void shuffle(std::vector<T>& list) {
    std::shuffle(list.begin(), list.end(), engine_);
  }

 private:
  std::mt19937 engine_;
};

struct File {
  FileKind kind = FileKind::Claims;
  std::string name;
  std::string header;
  std::vector<std::string> rows;

  std::string text() const {
    std::string text = header;
    for (const std::string& row : rows) text += row;
    return text;
  }
};

std::string number(int value) { return std::to_string(value); }

std::string two_digits(int value) { return value < 10 ? "0" + number(value) : number(value); }

// Now and then none at all, or none that can be read.
std::string day(Random& random, int from_year, int to_year) {
  if (random.chance(2)) return random.pick({"never", "2024-02-30", ""});
  return number(random.whole(from_year, to_year)) + '-' + two_digits(random.whole(1, 12)) + '-' +
         two_digits(random.whole(1, 28));
}

// A few claims, so that lines repeat, differ and are taken back; amounts of few kinds, so that they
// tie.
std::string claim_row(Random& random) {
  const int claim = random.whole(1, 25);
  const std::string service = "202" + number(claim % 3 + 2) + "-0" + number(1 + claim % 9) + "-15";
  const std::string amount =
      random.pick({"100", "100.00", "100", "50", "-100", "7.005", "(50)", "x"});
  const std::string setting =
      claim % 5 == 0 ? "institutional," + random.pick({"111", "131"}) : "professional,";
  return "C" + number(claim) + (claim % 7 == 0 ? " of a long id," : ",") +
         random.pick({"1", "2", "1", "17", "one"}) + ',' + setting + ',' +
         random.pick({"", "", "b"}) + ",M" + number(claim % 9) + ',' +
         (random.chance(90) ? service : day(random, 2022, 2024)) + ",," +
         random.pick({"2024-03-01", "2025-02-01", "2025-08-01", "", "never"}) + ',' +
         random.pick({"99213", "99213", "G0439"}) + ",N" + number(claim % 4 + random.whole(1, 2)) +
         ',' + amount + ',' + amount + ',' +
         random.pick({"\"odd\nnote\"", "plain", "", "\"a \"\" b\"", "a\"b"}) + '\n';
}

std::string eligibility_row(Random& random) {
  return "M" + number(random.whole(0, 10)) + ',' + day(random, 1930, 1965) + ',' +
         random.pick({"", "", "2024-06-03"}) + ',' + random.pick({"f", "m", ""}) + ',' +
         day(random, 2021, 2024) + ',' + day(random, 2022, 2025) + ',' +
         random.pick({"0", "1", "2", ""}) + ',' + random.pick({"00", "02", "NA"}) + ',' +
         random.pick({"31055", "\"Lake, North\"", ""}) + ',' + random.pick({"", "T1", "N2"}) + '\n';
}

std::string roster_row(Random& random) {
  return "N" + number(random.whole(1, 6)) + ',' + random.pick({"T1", "T2", "T3", ""}) + ',' +
         random.pick({"8", "08", "11", "50", "30"}) + ',' + random.pick({"North", "South", ""}) +
         ',' + random.pick({"yes", "no"}) + '\n';
}

std::vector<File> random_files(Random& random) {
  std::vector<File> files{
      {.kind = FileKind::Claims,
       .name = "claims.csv",
       .header = "claim_id,claim_line_number,claim_type,bill_type_code,data_source,person_id,"
                 "claim_start_date,claim_end_date,paid_date,hcpcs_code,rendering_npi,paid_amount,"
                 "allowed_amount,note\n",
       .rows = {}},
      {.kind = FileKind::Eligibility,
       .name = "eligibility.csv",
       .header = "person_id,birth_date,death_date,gender,enrollment_start_date,"
                 "enrollment_end_date,original_reason_entitlement_code,dual_status_code,county,"
                 "patient_designated_provider\n",
       .rows = {}},
      {.kind = FileKind::Roster,
       .name = "roster.csv",
       .header = "npi,tin,specialty,group,participant\n",
       .rows = {}}};
  for (int left = random.whole(0, 120); left > 0; --left) {
    const bool again = !files[0].rows.empty() && random.chance(15);
    files[0].rows.push_back(again ? random.pick(files[0].rows) : claim_row(random));
  }
  for (int left = random.whole(0, 30); left > 0; --left) {
    files[1].rows.push_back(eligibility_row(random));
  }
  for (int left = random.whole(0, 10); left > 0; --left) {
    files[2].rows.push_back(roster_row(random));
  }
  return files;
}

std::string random_terms(Random& random) {
  const std::string method =
      random.pick({R"({"method": "two_step"})",
                   R"({"method": "plurality_of_visits", "tie_breaks": ["lowest_id"]})",
                   R"({"method": "plurality_of_allowed_charges"})",
                   R"({"method": "patient_designation"}, {"method": "two_step"})"});
  const std::string cost =
      random.pick({R"({"run_out_months": 3, "truncation": {"percentile": "0.9"}})",
                   R"({"amount": "allowed", "truncation": {"annual_amount_cents": 10000}})",
                   R"({"completion_factor": "1.01", "members": {"least_months": 2}})"});
  const std::string timing = random.pick({"retrospective", "prospective"});
  return R"({"title": "Cut", "year": {"begin": "2024-01-01", "end": "2024-12-31"},
             "base_years": [{"begin": "2022-01-01", "end": "2022-12-31"},
                            {"begin": "2023-01-01", "end": "2023-12-31"}],
             "attribution": {"timing": ")" +
         timing + R"(", "unit": ")" + random.pick({"tin", "npi", "group"}) +
         R"(", "services": {"edition": 2024}, "methods": [)" + method + R"(]}, "cost": )" + cost +
         "}";
}

using Session = std::unique_ptr<PopulationSession>;

Session session_of(const std::string& terms) {
  auto session = PopulationSession::open(terms);
  REQUIRE(session.ok());
  return std::move(session).value();
}

void read_file(PopulationSession& session, const File& file, ByteRange part, Random& random) {
  REQUIRE(
      session.begin_file({.kind = file.kind, .name = file.name, .mapping = {}, .part = part}, "")
          .empty());
  const std::string text = file.text();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::min(text.size() - at, 1 + random.below(3000));
    std::memcpy(session.space(), text.data() + at, size);
    REQUIRE(session.take(size));
    at += size;
  }
  REQUIRE(session.end_file().ok());
}

std::vector<std::string> tables_of(PopulationSession& session, bool with_rejected) {
  std::vector<std::string> tables;
  for (const auto& [table, name] : kPopulationTableNames) {
    if (table == PopulationTable::Rejected && !with_rejected) continue;
    const Result<std::string> text = json::table_answer(session, name);
    REQUIRE(text.ok());
    tables.push_back(text.value());
  }
  for (int member = 0; member <= 10; ++member) {
    tables.push_back(json::member_answer(session, "M" + number(member)));
  }
  return tables;
}

// Each file in some ranges of bytes, each range by a session of its own.
std::vector<std::string> parts_of(const std::vector<File>& files, const std::string& terms,
                                  Random& random) {
  std::vector<std::string> parts;
  for (const File& file : files) {
    std::vector<std::uint64_t> cuts{0, ByteRange{}.end};
    for (int left = random.whole(0, 3); left > 0; --left) {
      cuts.push_back(random.below(file.text().size() + 1));
    }
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const Session session = session_of(terms);
      read_file(*session, file, {.begin = cuts[i], .end = cuts[i + 1]}, random);
      parts.push_back(session->partial());
    }
  }
  random.shuffle(parts);
  return parts;
}

// Down to a few, any two or three at a time; the last session merges what is left.
Session merged(std::vector<std::string> parts, const std::string& terms, Random& random) {
  while (parts.size() > 3) {
    const Session session = session_of(terms);
    for (int left = random.whole(1, 3); left > 0; --left) {
      REQUIRE(session->merge(parts.back()).empty());
      parts.pop_back();
    }
    parts.push_back(session->partial());
    random.shuffle(parts);
  }
  Session session = session_of(terms);
  for (const std::string& part : parts) REQUIRE(session->merge(part).empty());
  return session;
}

// What there was to go wrong, over all rounds.
struct Seen {
  std::int64_t kept = 0;
  std::int64_t rejected = 0;
  std::int64_t duplicates = 0;
  std::int64_t superseded = 0;
  std::int64_t assigned = 0;
  std::int64_t conflicting = 0;

  void add(PopulationSession& session) {
    const Result<PopulationResult> result = session.result();
    REQUIRE(result.ok());
    for (const FileReport& file : result.value().intake.files) {
      kept += file.kept;
      rejected += file.rows_read - file.kept - file.blank;
    }
    duplicates += result.value().population.repeats.duplicates;
    superseded += result.value().population.repeats.superseded;
    conflicting += result.value().population.conflicting_providers;
    for (const PeriodResult& year : result.value().years) assigned += year.outcome.contract.members;
  }
};

Session read_whole(const std::vector<File>& files, const std::string& terms, Random& random) {
  Session session = session_of(terms);
  for (const File& file : files) read_file(*session, file, {}, random);
  return session;
}

TEST_CASE("However files are cut and parts are merged, answer and tables have the same bytes") {
  Seen seen;
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    Random random{seed};
    CAPTURE(seed);
    const std::vector<File> files = random_files(random);
    const std::string terms = random_terms(random);
    const Session whole = read_whole(files, terms, random);
    const Session parts = merged(parts_of(files, terms, random), terms, random);
    REQUIRE(json::population_answer(*parts) == json::population_answer(*whole));
    REQUIRE(tables_of(*parts, true) == tables_of(*whole, true));
    seen.add(*whole);
  }
  CHECK(seen.kept > 3000);
  CHECK(seen.rejected > 1000);
  CHECK(seen.duplicates > 100);
  CHECK(seen.superseded > 100);
  CHECK(seen.conflicting > 50);
  CHECK(seen.assigned > 100);
}

// The rows of all files anew, dealt to several files of each kind.
std::vector<File> dealt(const std::vector<File>& files, Random& random) {
  std::vector<File> all;
  for (const File& file : files) {
    const int count = random.whole(1, 3);
    std::vector<std::string> rows = file.rows;
    random.shuffle(rows);
    for (int i = 0; i < count; ++i) {
      all.push_back({file.kind, number(i) + file.name, file.header, {}});
    }
    for (std::string& row : rows) {
      all[all.size() - 1 - random.below(static_cast<std::size_t>(count))].rows.push_back(
          std::move(row));
    }
  }
  random.shuffle(all);
  return all;
}

TEST_CASE("Rows in another order and in other files give the same figures") {
  for (std::uint32_t seed = 1001; seed <= 1060; ++seed) {
    Random random{seed};
    CAPTURE(seed);
    const std::vector<File> files = random_files(random);
    const std::string terms = random_terms(random);
    const Session whole = read_whole(files, terms, random);
    const Session other = read_whole(dealt(files, random), terms, random);
    REQUIRE(tables_of(*other, false) == tables_of(*whole, false));
  }
}

}  // namespace
}  // namespace gainshare
