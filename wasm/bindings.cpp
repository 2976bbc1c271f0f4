// SPDX-License-Identifier: Apache-2.0
// What JavaScript sees of the engine: text in, one JSON text out; a class that takes files as
// bytes; and a typed path for sliders. Only this file knows Emscripten.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/enum_name.h"
#include "json/contract_reader.h"
#include "json/engine.h"
#include "json/experience_reader.h"
#include "json/issue_writer.h"
#include "json/population_session.h"
#include "json/population_writer.h"
#include "json/scenario.h"
#include "json/sniff.h"
#include "scenario/slider.h"

namespace gainshare {
namespace {

std::string settle(const std::string& contract, const std::string& experience) {
  return json::settle(contract, experience, json::WithTrace::Yes);
}

std::string validate(const std::string& contract) { return json::validate(contract); }

std::string scenario(const std::string& contract, const std::string& experience,
                     const std::string& request) {
  return json::scenario(contract, experience, request);
}

// Files of published results, added one by one, then recomputed together.
class Backtest {
 public:
  // `bytes`: a Uint8Array, or a text.
  void add(const std::string& name, const std::string& bytes) {
    names_.push_back(name);
    bytes_.push_back(bytes);
  }

  // `year`: the performance year of every file, or 0 where each tells its own.
  std::string run(int year) const {
    std::vector<SourceFile> files;
    for (std::size_t i = 0; i < names_.size(); ++i) files.push_back({names_[i], bytes_[i]});
    return json::backtest(files, year == 0 ? std::nullopt : std::optional<std::int32_t>{year});
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::string> bytes_;
};

// Amounts in whole cents. A double holds every one of them: they stay below 2^53.
struct Amounts {
  bool ok = false;  // false: the other fields mean nothing, ask issues()
  double savings_cents = 0;
  double payment_cents = 0;
  double loss_owed_cents = 0;
  double payer_keeps_cents = 0;
};

constexpr double kNoScore = -1;

std::optional<std::int64_t> whole_number(double value) {
  const auto largest = static_cast<double>(kLargestCents);
  const bool whole = std::trunc(value) == value && value >= -largest && value <= largest;
  if (!whole) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

class SharedSavingsSlider {
 public:
  explicit SharedSavingsSlider(Slider slider) : slider_(std::move(slider)) {}

  // A slider, or the refusal as JSON text. Call delete() on a slider when done with it.
  static emscripten::val open(const std::string& contract_text,
                              const std::string& experience_text) {
    Issues issues;
    const auto contract = json::read_contract(contract_text, json::Place{"/contract"}, issues);
    const auto experience =
        json::read_experience(experience_text, json::Place{"/experience"}, issues);
    if (!contract || !experience) return emscripten::val{json::refusal(issues)};
    auto slider = Slider::open(*contract, *experience);
    if (!slider) return emscripten::val{json::refusal(slider.issues())};
    return emscripten::val{SharedSavingsSlider{std::move(slider).value()}};
  }

  // Whole cents, and the score in millionths or -1 to keep the experience's own.
  Amounts settle(double benchmark_cents, double expenditure_cents, double score_millionths) const {
    const auto settled = settle_exactly(benchmark_cents, expenditure_cents, score_millionths);
    if (!settled) return {};
    const SliderAmounts& amounts = settled.value();
    return {.ok = true,
            .savings_cents = static_cast<double>(amounts.savings.in_cents()),
            .payment_cents = static_cast<double>(amounts.payment.in_cents()),
            .loss_owed_cents = static_cast<double>(amounts.loss_owed.in_cents()),
            .payer_keeps_cents = static_cast<double>(amounts.payer_keeps.in_cents())};
  }

  // Why settle() with the same figures is not ok, as JSON text; empty when it is.
  std::string issues(double benchmark_cents, double expenditure_cents,
                     double score_millionths) const {
    const auto settled = settle_exactly(benchmark_cents, expenditure_cents, score_millionths);
    return settled ? std::string{} : json::refusal(settled.issues());
  }

 private:
  Result<SliderAmounts> settle_exactly(double benchmark_cents, double expenditure_cents,
                                       double score_millionths) const {
    const auto benchmark = whole_number(benchmark_cents);
    const auto expenditure = whole_number(expenditure_cents);
    const auto millionths = whole_number(score_millionths);
    if (!benchmark || !expenditure || !millionths) {
      return Issue{.path = "",
                   .code = IssueCode::NotWhole,
                   .message = "A slider takes whole cents and whole millionths of a score.",
                   .params = {}};
    }
    constexpr int kMillionths = 6;
    const auto score = score_millionths == kNoScore
                           ? std::nullopt
                           : std::optional{Rate::decimal(*millionths, kMillionths)};
    return slider_.settle(Money::cents(*benchmark), Money::cents(*expenditure), score);
  }

  Slider slider_;
};

// Bytes for JavaScript to keep: a copy, because the memory may move.
emscripten::val bytes_of(const std::string& text) {
  const emscripten::val view{emscripten::typed_memory_view(text.size(), text.data())};
  return emscripten::val::global("Uint8Array").new_(view);
}

// Files of claims, eligibility and providers, read piece by piece, and what comes of them. Refusals
// are JSON text with issues; an empty text is none.
class Population {
 public:
  using Session = json::PopulationSession;
  explicit Population(std::unique_ptr<Session> session) : session_(std::move(session)) {}

  // A population, or the refusal.
  static emscripten::val open(const std::string& terms) {
    auto session = Session::open(terms);
    if (!session) return emscripten::val{json::refusal(session.issues())};
    return emscripten::val{Population{std::move(session).value()}};
  }

  // What a file's first bytes tell of it: columns, which of them are known, its first rows.
  static std::string sniff(const std::string& kind, const std::string& bytes,
                           const std::string& mapping) {
    return json::sniff(kind, bytes, mapping);
  }

  std::string set_terms(const std::string& terms) { return told(session_->set_terms(terms)); }

  std::string begin_file(const std::string& kind, const std::string& name,
                         const std::string& mapping) {
    return told(session_->begin(kind, name, mapping));
  }

  // Up to chunk_capacity() bytes go to this address before take().
  double chunk_address() {
    return static_cast<double>(reinterpret_cast<std::uintptr_t>(session_->space()));
  }
  double chunk_capacity() const { return static_cast<double>(Session::capacity()); }
  bool take(double bytes) { return session_->take(static_cast<std::size_t>(bytes)); }
  double rows_read() const { return static_cast<double>(session_->rows_read()); }
  std::string end_file() { return json::file_answer(*session_); }

  emscripten::val partial() const { return bytes_of(session_->partial()); }
  std::string merge(const std::string& bytes) { return told(session_->merge(bytes)); }

  std::string finish() { return json::population_answer(*session_); }
  std::string explain(const std::string& member) { return json::member_answer(*session_, member); }
  // Bytes of CSV, or the refusal as text.
  emscripten::val table(const std::string& name, const std::string&) {
    const auto text = json::table_answer(*session_, name);
    if (!text) return emscripten::val{json::refusal(text.issues())};
    return bytes_of(text.value());
  }

 private:
  static std::string told(const Issues& issues) {
    return issues.empty() ? std::string{} : json::refusal(issues);
  }

  std::shared_ptr<Session> session_;  // shared: embind copies what it returns
};

EMSCRIPTEN_BINDINGS(gainshare) {
  emscripten::function("settle", &settle);
  emscripten::function("validate", &validate);
  emscripten::function("scenario", &scenario);
  emscripten::function("describe", &json::describe);

  emscripten::class_<Backtest>("Backtest")
      .constructor<>()
      .function("add", &Backtest::add)
      .function("run", &Backtest::run);

  emscripten::value_object<Amounts>("Amounts")
      .field("ok", &Amounts::ok)
      .field("savings_cents", &Amounts::savings_cents)
      .field("payment_cents", &Amounts::payment_cents)
      .field("loss_owed_cents", &Amounts::loss_owed_cents)
      .field("payer_keeps_cents", &Amounts::payer_keeps_cents);

  emscripten::class_<Population>("Population")
      .class_function("open", &Population::open)
      .class_function("sniff", &Population::sniff)
      .function("setTerms", &Population::set_terms)
      .function("beginFile", &Population::begin_file)
      .function("chunkAddress", &Population::chunk_address)
      .function("chunkCapacity", &Population::chunk_capacity)
      .function("take", &Population::take)
      .function("rowsRead", &Population::rows_read)
      .function("endFile", &Population::end_file)
      .function("partial", &Population::partial)
      .function("merge", &Population::merge)
      .function("finish", &Population::finish)
      .function("explain", &Population::explain)
      .function("table", &Population::table);

  emscripten::class_<SharedSavingsSlider>("SharedSavingsSlider")
      .class_function("open", &SharedSavingsSlider::open)
      .function("settle", &SharedSavingsSlider::settle)
      .function("issues", &SharedSavingsSlider::issues);
}

}  // namespace
}  // namespace gainshare
