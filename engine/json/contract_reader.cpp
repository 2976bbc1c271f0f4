// SPDX-License-Identifier: Apache-2.0
#include "json/contract_reader.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "contract/mixes.h"
#include "json/benchmark_reader.h"
#include "json/capitation_reader.h"
#include "json/contract_program.h"
#include "json/distribution_reader.h"
#include "json/episode_payment_reader.h"
#include "json/fee_for_service_reader.h"
#include "json/incentive_pool_reader.h"
#include "json/infrastructure_grant_reader.h"
#include "json/management_payment_reader.h"
#include "json/object_reader.h"
#include "json/pay_for_performance_reader.h"
#include "json/prefunded_bonus_reader.h"
#include "json/program_reader.h"
#include "json/quality_scorecard_reader.h"
#include "json/risk_corridor_reader.h"
#include "json/score_from.h"
#include "json/shared_savings_reader.h"
#include "json/sources.h"
#include "json/total_cost_index_reader.h"
#include "json/withhold_reader.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr std::size_t kMostStreams = 20;
constexpr CountRange kTitleLength{.low = 1, .high = 200};
// The trace keeps these prefixes for what is not a stream's.
constexpr std::array<std::string_view, 3> kReservedIds{"projection", "benchmark", "distribution"};

Term<Rounding> read_rounding(ObjectReader& contract) {
  Term<Rounding> rounding{.value = {}, .source = not_stated()};
  const Node* const node = contract.object("rounding", Need::Optional);
  if (node == nullptr) return rounding;
  const Place place{contract.place(), "rounding"};
  ObjectReader reader{*node, place, contract.issues()};
  rounding.value.mode =
      reader.choice("mode", Need::Optional, kRoundingModeNames).value_or(RoundingMode::HalfUp);
  rounding.value.place =
      reader.choice("place", Need::Optional, kRoundingPlaceNames).value_or(RoundingPlace::Cent);
  reader.finish();
  rounding.source = source_of(reader);
  return rounding;
}

void read_shared_savings(ObjectReader& reader, Stream& stream) {
  const bool names_program = reader.has("program");
  if (names_program && reader.has("terms")) {
    reader.report("program", IssueCode::Conflict,
                  "The stream has its own terms and names a program. Keep one of them.");
  }
  if (!names_program) {
    if (!reader.has("terms")) {
      reader.report({}, IssueCode::Missing,
                    "The stream has no terms. Add \"terms\" with its own, or \"program\" to take "
                    "those of a program.",
                    {{"key", "terms"}});
    }
    reader.any("program");
    const Node* const terms = reader.object("terms", Need::Optional);
    if (terms == nullptr) return;
    stream.terms =
        read_shared_savings_terms(*terms, Place{reader.place(), "terms"}, reader.issues());
    return;
  }
  reader.any("terms");
  const Node* const program = reader.object("program", Need::Required);
  if (program == nullptr) return;
  auto resolved = read_program(*program, Place{reader.place(), "program"}, reader.issues());
  if (!resolved) return;
  stream.program = std::move(resolved->reference);
  stream.terms = std::move(resolved->terms);
}

// One function reads what is particular to a kind, in the order of kStreamKinds.
using KindReader = void (*)(ObjectReader&, Stream&);
constexpr std::array<KindReader, kStreamKinds.size()> kKindReaders{
    read_shared_savings,  read_quality_scorecard,    read_risk_corridor,
    read_withhold,        read_prefunded_bonus,      read_incentive_pool,
    read_episode_payment, read_capitation,           read_pay_for_performance,
    read_fee_for_service, read_infrastructure_grant, read_management_payment,
    read_total_cost_index};

std::optional<std::size_t> read_kind(ObjectReader& reader) {
  std::array<std::string_view, kStreamKinds.size()> kinds;
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = kStreamKinds[i].kind;
  return reader.word("kind", Need::Required, kinds);
}

Stream read_stream(const Node& node, const Place& place, Issues& issues) {
  Stream stream;
  ObjectReader reader{node, place, issues};
  stream.id = read_id(reader).value_or("");
  if (std::find(kReservedIds.begin(), kReservedIds.end(), stream.id) != kReservedIds.end()) {
    reader.report("id", IssueCode::Conflict,
                  "The id " + in_quotes(stream.id) +
                      " is taken by a part of the working that is no stream's. Choose another.");
  }
  const std::optional<std::size_t> kind = read_kind(reader);
  if (!kind) {
    // Without a kind nobody knows what the rest should be: one issue, not one for every key.
    for (const Member& member : node.members) reader.any(member.key);
    return stream;
  }
  read_score_from(reader, kStreamKinds[*kind], stream);
  const std::size_t before = issues.size();
  kKindReaders[*kind](reader, stream);
  if (issues.size() == before) check_score_is_used(reader, stream);
  reader.finish();
  return stream;
}

// Streams that cannot stand together, among those that could be read.
void check_streams_together(const std::vector<Stream>& streams, const std::vector<bool>& sound,
                            ObjectReader& contract) {
  ReadStreams read;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    read.push_back(sound[i] ? &streams[i] : nullptr);
  }
  for (Issue& issue : check_mixes(read)) {
    issue.path.insert(0, contract.place().pointer());
    contract.issues().push_back(std::move(issue));
  }
}

void read_streams(ObjectReader& contract, std::vector<Stream>& streams) {
  const Node* const list =
      contract.list("streams", Need::Required, {.low = 1, .high = kMostStreams});
  if (list == nullptr) return;
  const Place place{contract.place(), "streams"};
  std::vector<bool> sound;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    const std::size_t before = contract.issues().size();
    Stream stream = read_stream(list->items[i], item, contract.issues());
    sound.push_back(contract.issues().size() == before);
    const bool taken = !stream.id.empty() &&
                       std::any_of(streams.begin(), streams.end(),
                                   [&](const Stream& other) { return other.id == stream.id; });
    if (taken) report_taken_id(stream.id, item, contract.issues());
    streams.push_back(std::move(stream));
  }
  check_score_from(*list, place, contract.issues());
  check_streams_together(streams, sound, contract);
}

// All that says how a contract pays.
void read_parts(ObjectReader& reader, Contract& contract) {
  read_benchmark(reader, contract);
  read_streams(reader, contract.streams);
  contract.distribution = read_distribution(reader, contract.streams);
}

void read_parts_of_program(ObjectReader& contract, Contract& out) {
  constexpr std::string_view kWhy =
      "The contract names a program, which says how it pays. Keep one of them.";
  for (const std::string_view key : {"benchmark", "streams"}) contract.forbid(key, kWhy);
  contract.any("distribution");
  const Node* const node = contract.object("program", Need::Required);
  if (node == nullptr) return;
  const Place place{contract.place(), "program"};
  ObjectReader program{*node, place, contract.issues()};
  const auto named = read_contract_of_program(program);
  if (!named) return;
  ObjectReader parts{named->contract, place, contract.issues()};
  read_parts(parts, out);
  parts.finish();
  for (Stream& stream : out.streams) stream.program = named->reference;
  // Who shares what was earned is mostly the contract's own matter.
  if (out.distribution) {
    contract.forbid("distribution", kWhy);
  } else {
    out.distribution = read_distribution(contract, out.streams);
  }
}

}  // namespace

std::optional<Contract> read_contract(std::string_view text, const Place& top, Issues& issues) {
  const std::size_t before = issues.size();
  const std::optional<Node> root = read_document(text, top, issues);
  if (!root) return std::nullopt;
  auto contract = read_contract(*root, top, issues);
  if (issues.size() > before) return std::nullopt;
  return contract;
}

std::optional<Contract> read_contract(const Node& root, const Place& top, Issues& issues) {
  const std::size_t before = issues.size();
  Contract contract;
  ObjectReader reader{root, top, issues};
  constexpr std::array kFormats{kContractFormat};
  reader.word("format", Need::Required, kFormats);
  contract.title = reader.text("title", Need::Required, kTitleLength).value_or("");
  contract.rounding = read_rounding(reader);
  if (reader.has("program")) {
    read_parts_of_program(reader, contract);
  } else {
    read_parts(reader, contract);
    reader.any("program");
  }
  reader.finish();
  if (issues.size() > before) return std::nullopt;
  return contract;
}

}  // namespace gainshare::json
