// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "json/scenario_input.h"
#include "json/scenario_request.h"

namespace gainshare::json {

// The result with one number alone lower and higher by the same part of it.
struct TornadoBar {
  std::string path;
  std::string present;
  std::string low;  // the values of the input
  std::string high;
  Rational at_low;  // the results
  Rational at_high;
  Rational swing;  // how far apart they are
};
struct LeftOut {
  std::string path;
  std::string reason;
};
struct Tornado {
  std::vector<TornadoBar> bars;  // the widest first, of equal ones in the order of the documents
  std::vector<LeftOut> left_out;
};

// Of every number of both documents; what cannot be changed so is left out with its reason.
Tornado tornado(ScenarioDocuments& documents, const Measure& measure, const Rational& change);

}  // namespace gainshare::json
