// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The format of a vocabulary as a JSON schema, for editors. It is made from the
// keys that the loader reads.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_SCHEMA_H
#define TIDEPOOL_CHECKS_VOCABULARY_SCHEMA_H

#include "llvm/Support/JSON.h"

namespace tidepool {

llvm::json::Value vocabularySchema();

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_SCHEMA_H
