// SPDX-License-Identifier: Apache-2.0
#include "backtest/published_result.h"

#include <algorithm>
#include <utility>

#include "backtest/row_cells.h"

namespace gainshare {
namespace {

constexpr std::int64_t kMostBeneficiaries = 1'000'000'000;
constexpr std::int32_t kFirstReconciledYear = 2013;
constexpr std::int32_t kLastTrackYear = 6;

constexpr std::pair<Figure, std::string_view> kTrackFlags[] = {
    {Figure::FlagTrack1, "track_1"}, {Figure::FlagTrack2, "track_2"},
    {Figure::FlagTrack3, "track_3"}, {Figure::FlagTrack1Plus, "track_1_plus"},
    {Figure::FlagBasicA, "basic_a"}, {Figure::FlagBasicB, "basic_b"},
    {Figure::FlagBasicC, "basic_c"}, {Figure::FlagBasicD, "basic_d"},
    {Figure::FlagBasicE, "basic_e"}, {Figure::FlagEnhanced, "enhanced"},
};

constexpr std::pair<std::string_view, std::string_view> kTrackLetters[] = {
    {"a", "basic_a"},      {"b", "basic_b"},      {"c", "basic_c"},      {"d", "basic_d"},
    {"e", "basic_e"},      {"en", "enhanced"},    {"basica", "basic_a"}, {"basicb", "basic_b"},
    {"basicc", "basic_c"}, {"basicd", "basic_d"}, {"basice", "basic_e"}, {"enhanced", "enhanced"},
};

class RowReader {
 public:
  RowReader(const Table& table, const PufLayout& layout, std::size_t row)
      : table_(table),
        row_(row),
        year_(layout.performance_year),
        layout_(layout),
        cells_(table, layout, row) {}

  ReadResult read() {
    read_names();
    if (const Issue* spoiled = table_.row_issue(row_)) {
      return {.result = std::move(out_), .issues = {*spoiled}};
    }
    check_year();
    out_.track = read_track();
    read_money();
    read_rates();
    read_flags();
    read_dates();
    if (year_ == 2013) check_2013();
    if (year_ == 2019) recognise_six_months();
    return {.result = std::move(out_), .issues = cells_.issues()};
  }

 private:
  void read_names() {
    out_.performance_year = year_;
    out_.aco_id = std::string{trimmed(cells_.text(Figure::AcoId))};
    out_.aco_name = std::string{cells_.text(Figure::AcoName)};
    // A damaged row is shown by its name all the same.
    std::erase(out_.aco_id, '\0');
    std::erase(out_.aco_name, '\0');
  }

  void check_year() {
    if (is_blank_cell(cells_.text(Figure::PerformanceYear))) return;
    const auto printed = cells_.number(Figure::PerformanceYear, "Enter the performance year.");
    if (printed && printed->value != Rational{year_}) {
      cells_.add(Figure::PerformanceYear, IssueCode::Conflict,
                 "The file's other rows are of " + std::to_string(year_) +
                     ". Put rows of another year into a file of their own.");
    }
  }

  std::string_view read_track() {
    if (cells_.has(Figure::Track)) return track_by_letter();
    if (cells_.has(Figure::FlagTrack1)) return track_by_flags();
    if (cells_.has(Figure::OnlyFlagTrack2)) {
      const std::optional<bool> track_2 = cells_.flag(Figure::OnlyFlagTrack2);
      if (!track_2) cells_.add(Figure::OnlyFlagTrack2, IssueCode::BadCell, "Enter 0 or 1.");
      return track_2.value_or(false) ? "track_2" : "track_1";
    }
    return track_by_maximum_rate();
  }

  std::string_view track_by_letter() {
    const std::string letter = column_key(cells_.text(Figure::Track));
    for (const auto& [key, track] : kTrackLetters) {
      if (key == letter) return track;
    }
    cells_.add(Figure::Track, IssueCode::BadCell, "Enter A, B, C, D, E or EN.");
    return {};
  }

  std::string_view track_by_flags() {
    std::string_view track;
    int count = 0;
    for (const auto& [figure, name] : kTrackFlags) {
      if (!cells_.has(figure) || !cells_.flag(figure).value_or(false)) continue;
      track = name;
      ++count;
    }
    if (count == 1) return track;
    cells_.add(Issue{
        .path = cells_.path(Figure::FlagTrack1),
        .code = IssueCode::Conflict,
        .message = std::to_string(count) + " of the row's track columns hold 1. Exactly one must.",
        .params = {{"value", std::to_string(count)}}});
    return {};
  }

  // 2015 has no track column; the sharing rate before quality is 50 % on Track 1 and 60 % on
  // Track 2.
  std::string_view track_by_maximum_rate() {
    const auto printed = cells_.number(Figure::MaximumSharingRate, "Enter 50 or 60.");
    if (!printed) return {};
    const bool in_percent = printed->value > Rational{1};
    const auto rate = rate_of(*printed, in_percent, Rate::whole(1));
    if (rate == Rate::percent(50)) return "track_1";
    if (rate == Rate::percent(60)) return "track_2";
    cells_.add(Figure::MaximumSharingRate, IssueCode::BadCell,
               "It tells the track: enter 50 (Track 1) or 60 (Track 2).");
    return {};
  }

  void read_money() {
    read_beneficiaries();
    out_.benchmark = cells_.dollars(Figure::Benchmark);
    out_.expenditure = cells_.dollars(Figure::Expenditure);
    if (read_number(cells_.text(Figure::Benchmark)) && out_.benchmark <= Money{}) {
      cells_.add(Figure::Benchmark, IssueCode::OutOfRange, "A benchmark is more than 0.");
    }
    if (out_.expenditure < Money{}) {
      cells_.add(Figure::Expenditure, IssueCode::OutOfRange, "Spending is not negative.");
    }
    out_.generated =
        cells_.dollars_or_dash(cells_.has(Figure::Generated) ? Figure::Generated : Figure::Savings);
    out_.earned = cells_.dollars_or_dash(Figure::Earned);
    if (cells_.has(Figure::SharedLosses)) {
      const Money loss = cells_.dollars_or_none(Figure::SharedLosses);
      out_.earned = out_.earned - std::max(loss, -loss);
    }
    const Money reduction = cells_.dollars_or_none(Figure::DisasterReduction);
    out_.disaster_reduction = std::max(reduction, -reduction);
    if (!is_blank_cell(cells_.text(Figure::AdvanceBalance))) {
      out_.advance_balance = cells_.dollars(Figure::AdvanceBalance);
    }
  }

  void read_beneficiaries() {
    constexpr std::string_view kWanted = "Enter a whole number of people, such as 74,707.";
    const auto printed = cells_.number(Figure::Beneficiaries, kWanted);
    if (!printed) return;
    const auto count = printed->value.numerator().to_int64();
    const bool whole = !printed->percent && printed->value.is_integer() && count && *count >= 0 &&
                       *count <= kMostBeneficiaries;
    if (!whole) cells_.add(Figure::Beneficiaries, IssueCode::NotWhole, std::string{kWanted});
    out_.beneficiaries = whole ? *count : 0;
  }

  void read_rates() {
    const bool to_2020 = year_ <= 2020;
    out_.minimum_rate = cells_.rate(Figure::MinimumRate, layout_.minimum_rate_in_percent());
    const bool reporting = to_2020 && lower_ascii(trimmed(cells_.text(Figure::Score))) == "p4r";
    if (!reporting && !is_blank_cell(cells_.text(Figure::Score))) {
      out_.score = cells_.rate(Figure::Score, layout_.scores_in_percent());
    }
    out_.met_standard = cells_.flag(Figure::MetStandard);
    if (out_.met_standard) return;
    if (!to_2020) {
      cells_.add(Figure::MetStandard, IssueCode::BadCell, "Enter 0 or 1.");
    } else if (!is_blank_cell(cells_.text(Figure::FinalSharingRate))) {
      out_.final_sharing_rate = cells_.rate(Figure::FinalSharingRate, layout_.scores_in_percent());
    }
  }

  void read_flags() {
    out_.met_alternative = cells_.flag(Figure::MetAlternative);
    out_.guardrail = cells_.flag(Figure::Guardrail).value_or(false);
    out_.reduced_sharing = cells_.flag(Figure::ReducedSharing);
    const std::string category = lower_ascii(cells_.text(Figure::RevenueCategory));
    if (category.find("low") != std::string::npos) out_.low_revenue = true;
    if (category.find("high") != std::string::npos) out_.low_revenue = false;
  }

  void read_dates() {
    out_.agreement_start = read_date(cells_.text(Figure::AgreementStart));
    // Half rate and guardrail hang on it; before, only Track 2 looks at it.
    if (!out_.agreement_start && year_ >= 2024) {
      cells_.add(Figure::AgreementStart, IssueCode::BadDate, "Enter a date, such as 1/1/2024.");
    }
    if (out_.track == "track_2") out_.track_year = track_2_year();
  }

  // From the start in Track 2: the ACO's first agreement where that was in Track 2, else the
  // agreement in force. The agreements of 2012 had their first year to the end of 2013. 2015
  // has no dates: the later years' limit is taken, as for all who began in 2012 or 2013.
  std::int32_t track_2_year() {
    const auto initial = read_date(cells_.text(Figure::InitialStart));
    const bool from_first = cells_.flag(Figure::InitialTrack2).value_or(false) && initial;
    const auto start = from_first ? initial : out_.agreement_start;
    if (!start) return 3;
    const std::int32_t first = std::max<std::int32_t>(start->year, kFirstReconciledYear);
    return std::clamp(year_ - first + 1, 1, kLastTrackYear);
  }

  // The shifted header of 2013 was read right when the difference stands in its column too. Its
  // totals have ten digits, so those of a thousand million are whole dollars.
  void check_2013() {
    if (!cells_.issues().empty()) return;
    const Money gap = out_.benchmark - out_.expenditure - out_.generated;
    if (gap <= Money::dollars(2) && gap >= Money::dollars(-2)) return;
    cells_.add(
        Figure::Savings, IssueCode::Conflict,
        "It is not the benchmark less the expenditure: the columns of this file stand elsewhere "
        "than in CMS's file of 2013. Choose that file.");
  }

  // Half a year's benchmark against a whole year's per-capita figures: about 1/2, else about 1.
  void recognise_six_months() {
    const auto per_capita =
        cells_.number(Figure::UpdatedBenchmark, "Enter dollars per person-year.");
    const auto person_years = cells_.number(Figure::PersonYears, "Enter person-years.");
    if (!per_capita || !person_years) return;
    const Rational whole_year = per_capita->value * person_years->value * Rational{100};
    if (!whole_year.valid() || whole_year.sign() <= 0) {
      cells_.add(Figure::PersonYears, IssueCode::OutOfRange,
                 "It tells whether the year has six months: enter more than 0.");
      return;
    }
    out_.six_month_year = Rational{out_.benchmark.in_cents()} < whole_year * Rational{3, 4};
  }

  const Table& table_;
  std::size_t row_;
  std::int32_t year_;
  const PufLayout& layout_;
  RowCells cells_;
  PublishedResult out_;
};

}  // namespace

ReadResult read_published_result(const Table& table, const PufLayout& layout, std::size_t row) {
  return RowReader{table, layout, row}.read();
}

}  // namespace gainshare
