// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CacheEntry.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace tidepool {

std::string hexOf(StringRef Text) {
  auto Bytes = BLAKE3::hash<16>(arrayRefFromStringRef(Text));
  return toHex(ArrayRef<uint8_t>(Bytes), /*LowerCase=*/true);
}

namespace {

/// Memory is asked for before what is to fill it is looked at.
constexpr size_t MaxText = size_t(1) << 30;

/// The text of a file that is whole.
std::optional<std::string> unpack(StringRef File) {
  auto [Hash, Packed] = File.split('\n');
  if (hexOf(Packed) != Hash)
    return std::nullopt;
  auto [Size, Bytes] = Packed.split('\n');
  size_t Length = 0;
  SmallVector<uint8_t, 0> Text;
  if (Size.getAsInteger(10, Length) || Length > MaxText)
    return std::nullopt;
  if (Length == 0)
    return Bytes.str();
  if (Error Failed = compression::zlib::decompress(arrayRefFromStringRef(Bytes),
                                                   Text, Length)) {
    consumeError(std::move(Failed));
    return std::nullopt;
  }
  return toStringRef(Text).str();
}

std::string pack(StringRef Text) {
  std::string Packed;
  if (compression::zlib::isAvailable()) {
    SmallVector<uint8_t, 0> Bytes;
    compression::zlib::compress(arrayRefFromStringRef(Text), Bytes,
                                compression::zlib::BestSpeedCompression);
    Packed = std::to_string(Text.size()) + "\n" + toStringRef(Bytes).str();
  } else {
    Packed = "0\n" + Text.str();
  }
  return hexOf(Packed) + "\n" + Packed;
}

} // namespace

std::string writeEntry(const CacheEntry &Entry) {
  std::string Text;
  raw_string_ostream(Text) << json::Value(json::Object{
      {"files", Entry.With.toJSON()}, {"result", toJSON(Entry.Result)}});
  return pack(Text);
}

std::optional<CacheEntry> readEntry(StringRef File) {
  std::optional<std::string> Text = unpack(File);
  if (!Text)
    return std::nullopt;
  Expected<json::Value> Value = json::parse(*Text);
  if (!Value) {
    consumeError(Value.takeError());
    return std::nullopt;
  }
  const json::Object *Whole = Value->getAsObject();
  const json::Value *Files = Whole ? Whole->get("files") : nullptr;
  const json::Value *Result = Whole ? Whole->get("result") : nullptr;
  CacheEntry Entry;
  json::Path::Root Root("entry");
  if (!Files || !Result || !Entry.With.fromJSON(*Files) ||
      !fromJSON(*Result, Entry.Result, Root))
    return std::nullopt;
  return Entry;
}

} // namespace tidepool
