// SPDX-License-Identifier: Apache-2.0
#include "cli/ledger.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cli/figures.h"
#include "core/enum_name.h"
#include "json/contract_reader.h"
#include "json/sources.h"
#include "programs/programs.h"
#include "trace/trace.h"

namespace gainshare::cli {
namespace {

struct Row {
  std::string label;
  std::string amount;
  std::string note;  // after the amount
  bool result = false;
};

const Step* find_step(const Trace& trace, std::string_view id) {
  const auto found =
      std::find_if(trace.begin(), trace.end(), [id](const Step& step) { return step.id == id; });
  return found == trace.end() ? nullptr : &*found;
}

// A line of the statement: whole cents, with a mark where the exact amount has more.
Row row_of(const Step& step, bool result) {
  const Rational* const value = std::get_if<Rational>(&step.value);
  if (value != nullptr && step.unit == Unit::Cents) {
    if (const auto shown = round(Amount{*value}, Rounding{})) {
      return {step.label, dollars(*shown), value->is_integer() ? "" : " *", result};
    }
  }
  return {step.label, figure(step), "", result};
}

std::string table(const std::vector<Row>& rows) {
  std::size_t labels = 0;
  std::size_t amounts = 0;
  for (const Row& row : rows) {
    labels = std::max(labels, width(row.label));
    amounts = std::max(amounts, width(row.amount));
  }
  std::string text;
  for (const Row& row : rows) {
    if (row.result) text += "  " + std::string(labels + amounts + 3, '-') + "\n";
    text += "  " + left(row.label, labels) + "   " + right(row.amount, amounts) + row.note + "\n";
  }
  return text;
}

constexpr std::array kStatusWords{
    std::pair{Status::NotSettled, std::string_view{"not settled law"}},
    std::pair{Status::Unverified, std::string_view{"unverified"}},
};

std::string heading(const Stream& stream) {
  std::string text = stream.id + "\n";
  if (!stream.program) return text;
  const ProgramReference& program = *stream.program;
  const ProgramEdition* const edition = find_edition(program.program, program.performance_year);
  const bool unsettled = edition != nullptr && edition->law == "not_settled";
  return text + "  " + program.title + " (edition " + program.edition +
         (unsettled ? ", not settled law)\n" : ")\n");
}

std::vector<Row> rows_of_stream(const Trace& trace, std::string_view stream) {
  std::vector<Row> rows;
  for (const StatementLine& line : statement(trace)) {
    const std::string_view id = line.step_id;
    if (id.substr(0, id.find('.')) != stream) continue;
    const Step* const step = find_step(trace, id);
    if (step != nullptr) rows.push_back(row_of(*step, line.emphasis == "result"));
  }
  return rows;
}

void add_flags(const SharedSavingsOutcome& out, std::vector<std::string_view>& notes) {
  if (out.below_minimum_rate) notes.push_back("The difference is below the minimum rate.");
  if (out.reduced_sharing_used) {
    notes.push_back("Below the minimum savings rate, savings are shared at the reduced rate.");
  }
  if (out.cap_bound) notes.push_back("The cap holds the amount down.");
  if (out.quality_failed) notes.push_back("The quality standard is not met.");
  if (out.loss_cap_bound) notes.push_back("The loss limit holds the loss down.");
  if (out.guardrail_used) notes.push_back("The guardrail's benchmark decides.");
  if (out.loss_forgiven) notes.push_back("The loss of this year is forgiven.");
  if (out.revenue_limit_not_applied) {
    notes.push_back("A loss limit by the participants' revenue is not applied: it is not given.");
  }
}

std::string notes_of_stream(const StreamOutcome& stream) {
  std::vector<std::string_view> notes;
  if (const auto* savings = std::get_if<SharedSavingsOutcome>(&stream.outcome)) {
    add_flags(*savings, notes);
  }
  std::string text;
  for (const std::string_view note : notes) text += "  " + std::string{note} + "\n";
  return text;
}

std::string marked(const Trace& trace) {
  std::string text;
  for (const Step& step : trace) {
    const std::string_view words = name_of(kStatusWords, step.source.status);
    if (words.empty()) continue;
    text += "  " + step.label + ": " + std::string{words} + " (" + step.source.citation + ")\n";
  }
  return text.empty() ? text : "\nTo be relied on with care\n" + text;
}

std::string totals(const Settlement& settlement) {
  const Money back = settlement.payment - settlement.net_payment;
  return table({{"Payment to the provider", dollars(settlement.payment), "", false},
                {"Owed or returned by the provider", dollars(back), "", false},
                {"Net payment", dollars(settlement.net_payment), "", true}});
}

// What was paid in advance, what of it was recouped and what is carried on.
std::string advances(const Settlement& settlement) {
  std::string text;
  for (const Advance& advance : settlement.advances) {
    const std::string whose =
        advance.stream.empty() ? "Advance of earlier years" : "Advance of " + advance.stream;
    text += table({{whose, dollars(advance.paid), "", false},
                   {"Recouped", dollars(advance.recouped), "", false},
                   {"Still outstanding", dollars(advance.outstanding()), "", true}});
  }
  return text.empty() ? text : "\nAdvances\n" + text;
}

// "participant:clinic_a" is "clinic a", "withhold_account" is "withhold account".
std::string party(std::string_view name) {
  if (name.substr(0, kParticipantPrefix.size()) == kParticipantPrefix) {
    name.remove_prefix(kParticipantPrefix.size());
  }
  std::string words{name};
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string purpose_of(const Flow& flow) {
  const std::string words = party(flow.purpose);
  return flow.advance_of.empty() ? words : words + " of " + flow.advance_of;
}

std::string who_pays_whom(const Flows& flows) {
  if (flows.empty()) return {};
  std::size_t from = 0;
  std::size_t to = 0;
  for (const Flow& flow : flows) {
    from = std::max(from, width(party(flow.from)));
    to = std::max(to, width(party(flow.to)));
  }
  std::vector<Row> rows;
  for (const Flow& flow : flows) {
    const std::string parties = left(party(flow.from), from) + " -> " + left(party(flow.to), to);
    rows.push_back({parties + "   " + purpose_of(flow), dollars(flow.amount), "", false});
  }
  return "\nWho pays whom\n" + table(rows);
}

}  // namespace

std::string ledger(const json::Settled& settled) {
  const Rounding rounding = settled.contract.rounding.value;
  std::string mode{name_of(json::kRoundingModeNames, rounding.mode)};
  std::replace(mode.begin(), mode.end(), '_', ' ');
  std::string text = settled.contract.title + "\nRounded " + mode + " to the " +
                     std::string{name_of(json::kRoundingPlaceNames, rounding.place)} + "\n";
  if (settled.settlement.projection) {
    text += "Expenditure projected to the end of the year: " +
            dollars(settled.settlement.projection->projected) + "\n";
  }
  if (settled.settlement.benchmark) {
    const bool of_years = settled.settlement.benchmark->working.index() == 0;
    text += (of_years ? "Benchmark made of the base years: "
                      : "Benchmark made of spending per person-year: ") +
            dollars(settled.settlement.benchmark->benchmark) + "\n";
  }
  bool rounded = false;
  bool money = false;
  for (std::size_t i = 0; i < settled.contract.streams.size(); ++i) {
    const Stream& stream = settled.contract.streams[i];
    const std::vector<Row> rows = rows_of_stream(settled.trace, stream.id);
    text += "\n" + heading(stream) + table(rows) + notes_of_stream(settled.settlement.streams[i]);
    for (const Row& row : rows) rounded = rounded || !row.note.empty();
    money = money || !std::holds_alternative<QualityScorecardTerms>(stream.terms);
  }
  if (money) text += "\nTotal\n" + totals(settled.settlement);
  text += advances(settled.settlement);
  if (settled.settlement.distribution) {
    text += "\nDistribution\n" + table(rows_of_stream(settled.trace, "distribution"));
  }
  text += who_pays_whom(all_flows(settled.settlement));
  text += marked(settled.trace);
  if (rounded) text += "\n* Shown to the cent; the exact amount is carried on.\n";
  return text;
}

}  // namespace gainshare::cli
