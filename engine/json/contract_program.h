// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "contract/contract.h"
#include "json/document.h"
#include "json/object_reader.h"

namespace gainshare::json {

// A program that is a whole contract: its edition is a text in the contract language, and cites a
// source for each of its figures.
struct ContractOfProgram {
  ProgramReference reference;
  Node contract;
  std::unique_ptr<std::vector<Source>> sources;  // that the nodes point into
};

// The program that a contract names, its object {"name", "performance_year"} being `program`.
// Nothing when there was an issue.
std::optional<ContractOfProgram> read_contract_of_program(ObjectReader& program);

}  // namespace gainshare::json
