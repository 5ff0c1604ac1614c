// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Write.h"
#include "Keys.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace tidepool {

std::string scalar(StringRef Text) {
  bool Plain = !Text.empty() && llvm::isAlpha(Text.front()) && Text != "true" &&
               Text != "false" && Text != "null" &&
               llvm::all_of(Text, [](char C) {
                 return llvm::isAlnum(C) || StringRef("_-. ").contains(C);
               });
  if (Plain && Text.back() != ' ')
    return Text.str();
  std::string Quoted = "'";
  for (char C : Text)
    Quoted += C == '\'' ? "''" : std::string(1, C);
  return Quoted + "'";
}

namespace {

/// Each key that has a value, with that.
class Writer {
public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  Pairs All;

  template <typename T> void mapRequired(const char *Key, T &Value) {
    mapOptional(Key, Value);
  }
  template <typename T> void mapOptional(const char *Key, T &Value) {
    if (std::string Text = text(Value); !Text.empty())
      All.emplace_back(Key, std::move(Text));
  }
  void mapNames(const char *Key, std::vector<std::string> &Value) {
    std::vector<std::string> Quoted;
    for (StringRef Name : Value)
      Quoted.push_back(scalar(Name));
    addList(Key, Quoted);
  }
  void mapNumbers(const char *Key, std::vector<int64_t> &Value) {
    std::vector<std::string> Texts;
    for (int64_t Number : Value)
      Texts.push_back(std::to_string(Number));
    addList(Key, Texts);
  }
  template <typename Role>
  void mapRole(const char *Key, std::optional<Role> &Value, const char *) {
    mapOptional(Key, Value);
  }

  template <typename T> static std::string mapping(T &Value) {
    Writer Own, Default;
    keysOf(Own, Value);
    T Fresh;
    keysOf(Default, Fresh);
    std::string Inside;
    for (const auto &Pair : Own.All)
      if (!llvm::is_contained(Default.All, Pair) || isRequired<T>(Pair.first))
        Inside +=
            (Inside.empty() ? "" : ", ") + Pair.first + ": " + Pair.second;
    return "{" + Inside + "}";
  }

private:
  void addList(const char *Key, llvm::ArrayRef<std::string> Texts) {
    if (Texts.size() == 1)
      All.emplace_back(Key, Texts.front());
    else if (!Texts.empty())
      All.emplace_back(Key, "[" + llvm::join(Texts, ", ") + "]");
  }

  template <typename T> static bool isRequired(StringRef Key);

  static std::string text(bool &Value) { return Value ? "true" : "false"; }
  static std::string text(unsigned &Value) { return std::to_string(Value); }
  static std::string text(int64_t &Value) { return std::to_string(Value); }
  static std::string text(std::string &Value) {
    return Value.empty() ? "" : scalar(Value);
  }
  static std::string text(ObjectPlace &Place) {
    switch (Place.In) {
    case ObjectPlace::Kind::This:
      return "this";
    case ObjectPlace::Kind::Result:
      return "result";
    case ObjectPlace::Kind::Last:
      return "last";
    case ObjectPlace::Kind::Argument:
      return std::to_string(Place.Index);
    }
    return {};
  }
  static std::string text(PoolRole::Capacity &Queue) {
    return Queue.Argument ? std::to_string(*Queue.Argument) : "unbounded";
  }
  template <typename T> static std::string text(std::optional<T> &Value) {
    return Value ? text(*Value) : "";
  }
  template <typename T> static std::string text(std::vector<T> &Values) {
    std::vector<std::string> Texts;
    for (T &Value : Values)
      Texts.push_back(text(Value));
    return Values.empty() ? "" : "[" + llvm::join(Texts, ", ") + "]";
  }
  template <typename T> static std::string text(T &Value) {
    if constexpr (std::is_enum_v<T>) {
      for (const auto &One : wordsOf(Value))
        if (One.Meaning == Value)
          return One.Text;
      return {};
    } else {
      return mapping(Value);
    }
  }
};

class Required {
public:
  std::vector<StringRef> Keys, Words, Others;
  template <typename T> void mapRequired(const char *Key, T &) {
    Keys.push_back(Key);
  }
  template <typename T> void mapOptional(const char *Key, T &) {
    (std::is_enum_v<T> ? Words : Others).push_back(Key);
  }
  void mapNames(const char *Key, std::vector<std::string> &) {
    Others.push_back(Key);
  }
  void mapNumbers(const char *Key, std::vector<int64_t> &) {
    Others.push_back(Key);
  }
};

template <typename T> bool Writer::isRequired(StringRef Key) {
  Required All;
  T Fresh;
  keysOf(All, Fresh);
  return llvm::is_contained(All.Keys, Key);
}

class GivenRoles {
public:
  std::vector<StringRef> All;
  template <typename Role>
  void mapRole(const char *Key, std::optional<Role> &Value, const char *) {
    if (Value)
      All.push_back(Key);
  }
};

/// Each role, with the key that a single word stands for.
class KnownRoles {
public:
  std::vector<std::pair<StringRef, StringRef>> All;
  template <typename Role>
  void mapRole(const char *Key, std::optional<Role> &, const char *) {
    Required Keys;
    Role Fresh;
    keysOf(Keys, Fresh);
    StringRef Main;
    for (const auto *List : {&Keys.Others, &Keys.Words, &Keys.Keys})
      if (!List->empty())
        Main = List->front();
    All.emplace_back(Key, Main);
  }
};

/// The visitors change nothing.
Entry &mutableOf(const Entry &E) { return const_cast<Entry &>(E); }

std::string joined(const Writer::Pairs &All) {
  std::string Text;
  for (const auto &[Key, Value] : All)
    Text.append(Text.empty() ? "" : ", ")
        .append(Key)
        .append(": ")
        .append(Value);
  return Text;
}

} // namespace

std::vector<StringRef> namesOfRoles(const Entry &E) {
  GivenRoles Found;
  roleKeysOf(Found, mutableOf(E));
  return Found.All;
}

std::vector<StringRef> allRoles() {
  KnownRoles Found;
  Entry Any;
  roleKeysOf(Found, Any);
  std::vector<StringRef> Names;
  for (const auto &[Name, Main] : Found.All)
    Names.push_back(Name);
  return Names;
}

StringRef mainKeyOf(StringRef Role) {
  KnownRoles Found;
  Entry Any;
  roleKeysOf(Found, Any);
  for (const auto &[Name, Main] : Found.All)
    if (Name == Role)
      return Main;
  return {};
}

std::vector<std::pair<std::string, std::string>> writtenFacts(const Entry &E) {
  Writer Roles, Others;
  roleKeysOf(Roles, mutableOf(E));
  otherKeysOf(Others, mutableOf(E));
  for (auto &Pair : Others.All)
    if (Pair.second != "false")
      Roles.All.push_back(std::move(Pair));
  return std::move(Roles.All);
}

std::string writtenRoles(const Entry &E) {
  Writer Roles;
  roleKeysOf(Roles, mutableOf(E));
  if (E.None)
    Roles.mapOptional("none", mutableOf(E).None);
  if (E.Extends)
    Roles.mapOptional("extends", mutableOf(E).Extends);
  Roles.mapNames("without", mutableOf(E).Without);
  return joined(Roles.All);
}

std::string writtenConditions(const Entry &E) {
  Writer Calls;
  if (E.MinArguments)
    Calls.mapOptional("min-arguments", mutableOf(E).MinArguments);
  Calls.mapOptional("max-arguments", mutableOf(E).MaxArguments);
  Calls.mapOptional("when", mutableOf(E).When);
  return joined(Calls.All);
}

} // namespace tidepool
