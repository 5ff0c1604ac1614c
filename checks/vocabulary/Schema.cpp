// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Schema.h"
#include "Keys.h"
#include "Loader.h"
#include "Write.h"
#include "support/Embedded.h"

using namespace llvm;

namespace tidepool {

namespace {

json::Object reference(StringRef To) {
  return json::Object{{"$ref", ("#/$defs/" + To).str()}};
}

json::Object listOf(json::Object Item) {
  return json::Object{{"type", "array"}, {"items", std::move(Item)}};
}

json::Object oneOrList(json::Object Item) {
  json::Object Copy = Item;
  return json::Object{
      {"anyOf", json::Array{std::move(Item), listOf(std::move(Copy))}}};
}

json::Object type(StringRef Name) { return json::Object{{"type", Name}}; }

/// "1.80" without quotes is a number to some readers.
json::Object text() {
  return json::Object{{"type", json::Array{"string", "number"}}};
}

json::Object words(json::Array All) {
  return json::Object{{"enum", std::move(All)}};
}

/// The keys of one mapping, with what each may hold.
class Describe {
public:
  explicit Describe(json::Object &Definitions) : Definitions(Definitions) {}

  json::Object take() {
    return json::Object{{"type", "object"},
                        {"additionalProperties", false},
                        {"properties", std::move(Properties)},
                        {"required", std::move(Required)}};
  }

  template <typename T> void mapRequired(const char *Key, T &Value) {
    Required.push_back(Key);
    mapOptional(Key, Value);
  }
  template <typename T> void mapOptional(const char *Key, T &) {
    Properties[Key] = describe<T>();
  }
  void mapNames(const char *Key, std::vector<std::string> &) {
    Properties[Key] = reference("names");
  }
  void mapNumbers(const char *Key, std::vector<int64_t> &) {
    Properties[Key] = reference("numbers");
  }
  template <typename Role>
  void mapRole(const char *Key, std::optional<Role> &, const char *Help) {
    json::Object Described = mapping<Role>();
    Described["description"] = Help;
    Definitions[Key] = std::move(Described);
    Properties[Key] = reference(Key);
  }
  template <typename Role>
  void mapBeside(const char *Key, std::vector<WrittenEntry> &) {
    Properties[Key] = listOf(mapping<EntryBeside<Role>>());
  }
  void atVersion(unsigned) {
    Properties["version"] = words(json::Array{VocabularyVersion});
  }

  template <typename T> json::Object mapping() {
    Describe Inner(Definitions);
    T Any;
    keysOf(Inner, Any);
    return Inner.take();
  }

  template <typename T> struct Held {
    using Type = T;
    static constexpr bool IsList = false;
  };
  template <typename T> struct Held<std::optional<T>> {
    using Type = T;
    static constexpr bool IsList = false;
  };
  template <typename T> struct Held<std::vector<T>> {
    using Type = T;
    static constexpr bool IsList = true;
  };

  template <typename T> json::Object describe() {
    using Inner = typename Held<T>::Type;
    if constexpr (Held<T>::IsList)
      return listOf(describe<Inner>());
    else if constexpr (std::is_same_v<Inner, bool>)
      return type("boolean");
    else if constexpr (std::is_same_v<Inner, unsigned>)
      return json::Object{{"type", "integer"}, {"minimum", 0}};
    else if constexpr (std::is_same_v<Inner, int64_t>)
      return type("integer");
    else if constexpr (std::is_same_v<Inner, std::string>)
      return text();
    else if constexpr (std::is_same_v<Inner, EditionName>)
      return reference("edition");
    else if constexpr (std::is_same_v<Inner, ObjectPlace>)
      return reference("place");
    else if constexpr (std::is_same_v<Inner, PoolRole::Capacity>)
      return json::Object{{"anyOf", json::Array{words(json::Array{"unbounded"}),
                                                describe<unsigned>()}}};
    else if constexpr (std::is_same_v<Inner, WrittenEntry>)
      return reference("entry");
    else if constexpr (std::is_same_v<Inner, ArgumentCondition>)
      return reference("condition");
    else if constexpr (std::is_enum_v<Inner>) {
      json::Array All;
      for (const Word<Inner> &One : wordsOf(Inner()))
        All.push_back(One.Text);
      return words(std::move(All));
    } else
      return mapping<Inner>();
  }

private:
  json::Object &Definitions;
  json::Object Properties;
  json::Array Required;
};

} // namespace

json::Value vocabularySchema() {
  json::Object Definitions;
  Describe Top(Definitions);
  json::Object Place{
      {"anyOf", json::Array{words(json::Array{"this", "result", "last"}),
                            Top.describe<unsigned>()}}};
  json::Object Condition = Top.mapping<ArgumentCondition>();
  json::Object OfEntry = Top.mapping<WrittenEntry>();
  json::Array Names, Roles;
  for (StringRef Name : {"function", "class", "object", "macro", "takes"})
    Names.push_back(json::Object{{"required", json::Array{Name}}});
  for (StringRef Role : allRoles())
    Roles.push_back(json::Object{{"required", json::Array{Role}}});
  for (StringRef Other : {"none", "without"})
    Roles.push_back(json::Object{{"required", json::Array{Other}}});
  OfEntry["oneOf"] = std::move(Names);
  OfEntry["anyOf"] = std::move(Roles);
  WrittenFile Any;
  keysOf(Top, Any);
  json::Object Schema = Top.take();
  Definitions["names"] = oneOrList(type("string"));
  // YAML has a year for a number.
  json::Array Editions;
  for (const EmbeddedFile &One : embeddedEditions()) {
    Editions.push_back(One.Name);
    if (int64_t Year; !One.Name.getAsInteger(10, Year))
      Editions.push_back(Year);
  }
  Definitions["edition"] = words(std::move(Editions));
  Definitions["numbers"] = oneOrList(type("integer"));
  Definitions["place"] = std::move(Place);
  Definitions["condition"] = std::move(Condition);
  Definitions["entry"] = std::move(OfEntry);
  Schema["$defs"] = std::move(Definitions);
  Schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  Schema["title"] = "A vocabulary of Tidepool's, such as .tidepool.yaml";
  return Schema;
}

} // namespace tidepool
