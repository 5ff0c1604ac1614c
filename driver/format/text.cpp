// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Format.h"
#include "findings/SeverityName.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Format.h"
#include <algorithm>
#include <map>
#include <tuple>

using namespace llvm;

namespace tidepool {
namespace {

constexpr unsigned TabStop = 8;

/// Paints while it lives.
class Painted {
public:
  Painted(raw_ostream &Out, const TextStyle &Style, raw_ostream::Colors Color)
      : Out(Out), On(Style.Color) {
    if (On)
      Out.changeColor(Color, /*Bold=*/true);
  }
  ~Painted() {
    if (On)
      Out.resetColor();
  }

private:
  raw_ostream &Out;
  bool On;
};

/// The line as a terminal can show it, and where its column Column comes to
/// stand.
std::string shown(StringRef Line, uint64_t Column, size_t &Caret) {
  std::string Text;
  Caret = 0;
  // Terminal cells, for tabs and letters of several bytes.
  size_t Cell = 0;
  for (size_t I = 0; I < Line.size(); ++I) {
    if (I + 1 == Column)
      Caret = Cell;
    unsigned char C = Line[I];
    if (C == '\t') {
      size_t Width = TabStop - Cell % TabStop;
      Text.append(Width, ' ');
      Cell += Width;
    } else if (isControl(Line, I)) {
      Text += '?';
      ++Cell;
      I += C == 0xc2;
    } else {
      Text += Line[I];
      bool Continues = (C & 0xc0) == 0x80;
      Cell += !Continues;
    }
  }
  if (Column > Line.size())
    Caret = Cell;
  return Text;
}

void writeFix(raw_ostream &Out, const std::vector<Edit> &Fix) {
  for (const Edit &One : Fix) {
    auto [First, Rest] = StringRef(One.Text).split('\n');
    Out << "      = fix: ";
    if (One.Text.empty())
      Out << "remove this\n";
    else
      Out << printable(First) << (Rest.empty() ? "" : " ...") << '\n';
  }
}

void writeMessage(raw_ostream &Out, const Place &At, StringRef Kind,
                  raw_ostream::Colors Color, const Twine &Message,
                  const std::vector<Edit> &Fix, const TextStyle &Style) {
  {
    Painted Bold(Out, Style, raw_ostream::SAVEDCOLOR);
    if (!At.Path.empty())
      Out << displayPath(At.Path) << ':' << At.Line << ':' << At.Column << ": ";
  }
  {
    Painted Bold(Out, Style, Color);
    Out << Kind << ": ";
  }
  Out << printable(Message.str()) << '\n';
  if (Style.Sources && !At.Path.empty()) {
    size_t Caret = 0;
    std::string Text = shown(At.SourceLine, At.Column, Caret);
    Out << format("%5llu | ", static_cast<unsigned long long>(At.Line)) << Text
        << "\n      | ";
    Out.indent(Caret);
    Painted Bold(Out, Style, raw_ostream::GREEN);
    Out << "^\n";
  }
  writeFix(Out, Fix);
}

std::string counted(size_t Count, StringRef What) {
  return (Twine(Count) + " " + What + (Count == 1 ? "" : "s")).str();
}

} // namespace

void writeText(raw_ostream &Out, const Finding &One, const TextStyle &Style) {
  StringRef Kind = nameOf(One.Weight);
  StringRef Prefix;
  raw_ostream::Colors Color =
      One.Weight == Severity::Error ? raw_ostream::RED : raw_ostream::MAGENTA;
  switch (One.Kind) {
  case FindingKind::Finding:
    break;
  case FindingKind::Excused:
  case FindingKind::Unknown:
  case FindingKind::Hushed:
    Kind = "remark";
    Prefix = One.Kind == FindingKind::Excused   ? "excused: "
             : One.Kind == FindingKind::Unknown ? "unknown: "
                                                : "hushed: ";
    Color = raw_ostream::BLUE;
    break;
  case FindingKind::Error:
  case FindingKind::Configuration:
    Kind = "error";
    Color = raw_ostream::RED;
    break;
  }
  writeMessage(Out, One.At, Kind, Color,
               Prefix + One.Message + " [" + One.Check + "]", One.Fix, Style);
  for (const Note &Said : One.Notes)
    writeMessage(Out, Said.At, "note", raw_ostream::CYAN, Said.Message,
                 Said.Fix, Style);
}

void writeText(raw_ostream &Out, const Report &Whole, const Shown &What) {
  std::vector<const Finding *> All;
  for (const Finding &One : Whole.Findings)
    All.push_back(&One);
  if (What.LetGo)
    for (const Finding &One : Whole.LetGo)
      All.push_back(&One);
  std::stable_sort(
      All.begin(), All.end(), [](const Finding *Left, const Finding *Right) {
        return std::tie(Left->At.Path, Left->At.Line, Left->At.Column) <
               std::tie(Right->At.Path, Right->At.Line, Right->At.Column);
      });
  for (const Finding *One : All)
    writeText(Out, *One, What.Style);
}

std::string summaryOf(const Report &Whole) {
  StringRef What = Whole.Comparisons.empty() ? "finding" : "new finding";
  std::string Text = counted(Whole.Findings.size(), What);
  if (!Whole.Findings.empty())
    Text += " in " + counted(Whole.filesWithFindings(), "file");
  for (const Report::Compared &One : Whole.Comparisons)
    Text += (", " + Twine(One.Unchanged) + " unchanged and " + Twine(One.Gone) +
             " " + One.GoneWord + " " + One.With)
                .str();
  if (Whole.LeftOut)
    Text += " on the patch's lines, " + Twine(*Whole.LeftOut).str() +
            " more on others left out";
  if (size_t Hushed = Whole.hushed())
    Text += ", " + Twine(Hushed).str() + " more hushed in tests";
  Text += "; " + counted(Whole.Units, "unit") + " and " +
          counted(Whole.Headers, "header") + " checked";
  if (!Whole.Failed.empty())
    Text += ", " + counted(Whole.Failed.size(), "unit") + " not analysed";
  if (Whole.Untouched)
    Text += " (no unit is touched)";
  else if (Whole.LookedBack)
    Text += "; generated files, compile_commands.json, .clang-tidy and "
            ".tidepool.yaml are the work tree's on both sides";
  if (Whole.Partial)
    Text += "; interrupted: this is what was found so far";
  return Text;
}

void writeStats(raw_ostream &Out, const Report &Whole) {
  struct Census {
    size_t Findings = 0, Excused = 0, Unknown = 0, Hushed = 0;
    std::map<std::string, size_t> Reasons;
  };
  std::map<std::string, Census> Checks;
  for (const Finding &One : Whole.Findings)
    ++Checks[One.Check].Findings;
  for (const Finding &One : Whole.LetGo) {
    Census &Count = Checks[One.Check];
    if (One.Kind == FindingKind::Hushed) {
      ++Count.Hushed;
      continue;
    }
    bool Excused = One.Kind == FindingKind::Excused;
    ++(Excused ? Count.Excused : Count.Unknown);
    ++Count.Reasons[(Excused ? "excused: " : "unknown: ") + One.Message];
  }
  if (Checks.empty())
    Out << "no check saw a candidate\n";
  for (const auto &[Check, Count] : Checks) {
    size_t Candidates =
        Count.Findings + Count.Excused + Count.Unknown + Count.Hushed;
    Out << Check << ": " << counted(Candidates, "candidate") << ", "
        << counted(Count.Findings, "finding") << ", " << Count.Excused
        << " excused, " << Count.Unknown << " unknown";
    if (Count.Hushed)
      Out << ", " << Count.Hushed << " hushed";
    Out << '\n';
    for (const auto &[Reason, Times] : Count.Reasons)
      Out << format("%7zu  ", Times) << Reason << '\n';
  }
  for (const auto &[Check, Seconds] : Whole.CheckSeconds)
    Out << Check << ": "
        << format("%.2f of %.2f s of CPU (%.1f %%)", Seconds, Whole.Seconds,
                  Whole.Seconds > 0 ? 100 * Seconds / Whole.Seconds : 0)
        << '\n';
}

} // namespace tidepool
