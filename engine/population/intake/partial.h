// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "population/intake/intake.h"

namespace gainshare {

// An intake as bytes, so that several processes or workers can each read a part of the files and
// one can add the parts up. Its form is this version's own: numbers of seven bits a byte, texts
// with their length, no padding; the first bytes say which version.
std::string write_partial(const Intake& intake);

// Adds what the bytes hold. The result is that of reading all files in one: numbers are given anew,
// and lines that came twice are found across parts. Bytes that are no partial are refused; then the
// intake may hold some of them and is to be thrown away.
Issues merge_partial(Intake& intake, std::string_view bytes);

}  // namespace gainshare
