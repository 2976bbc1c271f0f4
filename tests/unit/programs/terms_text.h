// SPDX-License-Identifier: Apache-2.0
// All that a program resolves to as text, sources included: two results are the same exactly when
// their texts are.
#pragma once

#include <string>

#include "core/enum_name.h"
#include "programs/programs.h"

namespace gainshare::testing {

class TermsText {
 public:
  void source(const Source& source) {
    text_ += " [" + source.citation + "|" + std::string{name_of(kStatusNames, source.status)} +
             "|" + source.clause + "]\n";
  }
  void word(const char* name, const std::string& value) {
    text_ += name;
    text_ += "=" + value + " ";
  }
  void truth(const char* name, bool value) { word(name, value ? "true" : "false"); }
  void count(const char* name, std::int64_t value) { word(name, std::to_string(value)); }
  void rate(const char* name, const Rate& value) { word(name, value.to_text()); }
  void rate(const char* name, const std::optional<Rate>& value) {
    word(name, value ? value->to_text() : "none");
  }
  void rate(const char* name, const Term<Rate>& term) {
    rate(name, term.value);
    source(term.source);
  }
  void rate(const char* name, const std::optional<Term<Rate>>& term) {
    if (term) rate(name, *term);
  }
  void source(const char* name, const std::optional<Source>& stated) {
    truth(name, stated.has_value());
    if (stated) source(*stated);
  }

  void minimum_rate(const char* name, const Term<MinimumRate>& term) {
    rate(name, term.value.fixed);
    count("needs", term.value.fixed_needs_beneficiaries);
    source(term.source);
    for (const SizeBand& band : term.value.by_beneficiaries) {
      count("from", band.from);
      count("to", band.to.value_or(-1));
      rate("start", band.start);
      rate("end", band.end);
      source(band.source);
    }
  }

  void basis(const char* name, const Term<Basis>& term) {
    word(name, std::string{name_of(kBasisNames, term.value)});
    source(term.source);
  }

  void quality(const QualityTerms& quality) {
    if (quality.standard) {
      rate("minimum_score", quality.standard->value.minimum_score);
      truth("stated_by_experience", quality.standard->value.stated_by_experience);
      source(quality.standard->source);
    }
    count("effect", static_cast<std::int64_t>(quality.effect.value.index()));
    if (const auto* escalator = std::get_if<ShareEscalator>(&quality.effect.value)) {
      rate("lowest", escalator->lowest);
    }
    source(quality.effect.source);
    source("alternative", quality.alternative);
    source("reporting_year", quality.reporting_year);
  }

  void loss(const LossTerms& loss) {
    minimum_rate("minimum_loss_rate", loss.minimum_rate);
    basis("loss_basis", loss.basis);
    if (const auto* fixed = std::get_if<Rate>(&loss.share.value)) {
      rate("loss_rate", *fixed);
    } else if (const auto* scaled = std::get_if<QualityScaledLoss>(&loss.share.value)) {
      rate("factor", scaled->factor);
      rate("lowest", scaled->lowest);
      rate("highest", scaled->highest);
    }
    source(loss.share.source);
    rate("limit_of_benchmark", loss.limit.of_benchmark);
    rate("limit_of_revenue", loss.limit.of_revenue);
    truth("low_revenue_only", loss.limit.revenue_leg_for_low_revenue_only);
    source("disaster_reduction", loss.disaster_reduction);
    source("forgiven", loss.forgiven);
  }

  void terms(const SharedSavingsTerms& terms) {
    word("sides", std::string{name_of(kSidesNames, terms.sides.value)});
    source(terms.sides.source);
    minimum_rate("minimum_savings_rate", terms.minimum_savings_rate);
    basis("savings_basis", terms.savings_basis);
    rate("sharing_rate", terms.sharing_rate);
    if (terms.cap) {
      word("cap", std::string{name_of(kCapOnNames, terms.cap->value.on)});
      rate("rate", terms.cap->value.rate);
      source(terms.cap->source);
    }
    quality(terms.quality);
    rate("sequestration", terms.sequestration);
    if (terms.loss) loss(*terms.loss);
    if (terms.reduced_sharing) {
      const ReducedSharing& reduced = terms.reduced_sharing->value;
      rate("reduced", reduced.factor);
      count("beneficiaries", reduced.minimum_beneficiaries);
      truth("low_revenue_only", reduced.low_revenue_only);
      rate("threshold", reduced.low_revenue_threshold);
      source(terms.reduced_sharing->source);
    }
    source("guardrail", terms.guardrail);
    source("recoupment", terms.recoupment);
    rate("year_fraction", terms.year_fraction);
  }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

inline std::string text_of(const Result<ResolvedProgram>& resolved) {
  TermsText text;
  if (resolved) {
    text.word("title", resolved.value().reference.title);
    text.terms(resolved.value().terms);
    return text.text();
  }
  std::string issues;
  for (const Issue& issue : resolved.issues()) {
    issues += issue.path + " " + std::string{name_of(kIssueCodeNames, issue.code)} + " " +
              issue.message + "\n";
  }
  return issues;
}

}  // namespace gainshare::testing
