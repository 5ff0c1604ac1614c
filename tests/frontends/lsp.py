#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A language server client, as small as the tests of tidepool-clangd need it.

As a command it opens one file and prints what an editor would be told, one
finding a line, in the shape and with the texts of clang-tidy:

    lsp.py SERVER [--flags '-std=c++20'] FILE

    {"check", "message", "file", "line", "column",
     "notes": [{"file", "line", "column", "message"}],
     "fixes": [{"title", "note", "edits": [{"file", "start_line", "start_col",
                                            "end_line", "end_col", "text"}]}],
     "href"}

Lines and columns count from 1, columns in bytes, as clang's do. It ends with
1 when the server died or took too long, 2 on wrong usage.

What clangd does to a diagnostic on its way, and what is done about it here:
  - It raises the first letter of message and note: lowered again, unless the
    first word has another capital ("OpenMP").
  - It adds " (fix available)" to the message: taken off.
  - A note that carries a fix-it stops being a note: its text becomes the title
    of a code action, its place is lost. Such a fix has "note": true;
    note_texts() gives the notes with these among them.
  - A diagnostic's range, not its place, is sent: where the check gave a source
    range around the place, line and column are those of the range's begin.
  - Diagnostics of equal range and message are shown once.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

# Sanitizers and busy machines make a server slow, and at its end it waits for
# the parse that it is in the middle of: clangd allows that 5 minutes.
DEFAULT_TIMEOUT = float(os.environ.get("LSP_TIMEOUT", "290"))


class ServerError(Exception):
    """The server died, was too slow, or refused a request."""


def path_to_uri(path):
    return pathlib.Path(os.path.abspath(path)).as_uri()


def uri_to_path(uri):
    parts = urllib.parse.urlparse(uri)
    if parts.scheme != "file":
        raise ServerError(f"not a file: {uri}")
    return urllib.parse.unquote(parts.path)


def offset_in_line(line, character, encoding):
    """The byte offset, in a line given as bytes, of an LSP column."""
    if encoding == "utf-8":
        return min(character, len(line))
    text, units = line.decode("utf-8", "replace"), 0
    for index, char in enumerate(text):
        if units >= character:
            return len(text[:index].encode())
        units += 1 if encoding == "utf-32" or ord(char) < 0x10000 else 2
    return len(line)


def apply_edits(text, edits, encoding="utf-8"):
    """The text after a list of TextEdits, whose places all refer to `text`."""
    data = text.encode()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(position):
        line = position["line"]
        if line >= len(starts) - 1:
            return len(data)
        content = data[starts[line]:starts[line + 1]].rstrip(b"\r\n")
        return starts[line] + offset_in_line(
            content, position["character"], encoding)

    # Of insertions at one place the first stays first.
    spans = sorted(
        ((offset(edit["range"]["start"]), offset(edit["range"]["end"]), order,
          edit["newText"].encode()) for order, edit in enumerate(edits)))
    result, done = [], 0
    for start, end, _, new in spans:
        if start < done:
            raise ServerError("edits overlap")
        result += [data[done:start], new]
        done = end
    return b"".join(result + [data[done:]]).decode()


def edits_by_path(edit):
    """A WorkspaceEdit, in either of its forms, as {path: [TextEdit]}."""
    result = collections.defaultdict(list)
    for uri, edits in (edit.get("changes") or {}).items():
        result[uri_to_path(uri)] += edits
    for change in edit.get("documentChanges") or []:
        if "textDocument" not in change:
            raise ServerError(f"cannot apply {change.get('kind')}")
        result[uri_to_path(change["textDocument"]["uri"])] += change["edits"]
    return dict(result)


def uncapitalised(text):
    first = re.match(r"\S*", text).group()
    if first[1:] != first[1:].lower():
        return text
    return text[:1].lower() + text[1:]


def original_text(message):
    """What the check said, of a message or note as clangd sends it."""
    message = message.split("\n\n", 1)[0]
    message = re.sub(r" \((fix|fixes) available\)$", "", message)
    return uncapitalised(message)


def is_made_up(title, message):
    """Is the title of a fix clangd's own, and not the text of a note?"""
    made_up = re.fullmatch(r"change '.*' to '.*'|(insert|remove) '.*'", title,
                           re.DOTALL)
    return bool(made_up) or original_text(title) == message


def note_texts(finding):
    """The texts of all notes that clang-tidy prints, sorted."""
    return sorted([note["message"] for note in finding["notes"]] +
                  [fix["title"] for fix in finding["fixes"] if fix["note"]])


class Server:
    """A language server that was started and has answered `initialize`.

    Each wait has a limit of time; a server that exceeds it is killed. To be used
    in a `with` statement, which ends the server in every case.
    """

    def __init__(self, command, *, root=None, fallback_flags=None,
                 timeout=DEFAULT_TIMEOUT, env=None):
        self.timeout = timeout
        self.command = [command] if isinstance(command, str) else list(command)
        self._changed = threading.Condition()
        self._replies = {}
        self._published = {}  # path -> {version: diagnostics}
        self._documents = {}  # path -> [version, text]
        self._next_id = 0
        self._ended = False
        self._stderr = collections.deque(maxlen=200)
        self._home = tempfile.mkdtemp(prefix="tidepool-lsp-")
        # No test asks for symbols, and indexing the standard library costs more
        # than most tests.
        os.makedirs(os.path.join(self._home, "clangd"))
        with open(os.path.join(self._home, "clangd", "config.yaml"), "w",
                  encoding="utf-8") as file:
            file.write("Index: {StandardLibrary: No, Background: Skip}\n")
        environment = dict(os.environ if env is None else env)
        # The configuration and the index of whoever runs the tests stay out.
        environment.update(XDG_CONFIG_HOME=self._home,
                           XDG_CACHE_HOME=self._home)
        environment.pop("CLANGD_FLAGS", None)
        try:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, env=environment)
        except OSError as error:
            shutil.rmtree(self._home, ignore_errors=True)
            raise ServerError(f"cannot start {self.command[0]}: {error}")
        self._threads = [
            threading.Thread(target=run, daemon=True)
            for run in (self._read_messages, self._read_stderr)]
        for thread in self._threads:
            thread.start()
        try:
            self._initialize(root, fallback_flags)
        except BaseException:
            self.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self.shutdown()
        else:
            self.kill()

    # The wire.

    def _read_messages(self):
        stream = self.process.stdout
        try:
            while True:
                length = None
                while True:
                    line = stream.readline()
                    if not line:
                        return
                    if not line.strip():
                        break
                    name, _, value = line.partition(b":")
                    if name.strip().lower() == b"content-length":
                        length = int(value)
                if length is None:
                    raise ValueError("a header without Content-Length")
                body = stream.read(length)
                if len(body) < length:
                    return
                self._handle(json.loads(body))
        except (ValueError, OSError) as error:
            self._stderr.append(f"[lsp.py] unreadable output: {error!r}\n")
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _read_stderr(self):
        for line in self.process.stderr:
            self._stderr.append(line.decode("utf-8", "replace"))

    def _handle(self, message):
        if "method" not in message:
            with self._changed:
                self._replies[message.get("id")] = message
                self._changed.notify_all()
        elif "id" in message:
            # What servers ask of editors (progress bars, refreshes): agreed to.
            self._send({"id": message["id"], "result": None})
        elif message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            path = uri_to_path(params["uri"])
            with self._changed:
                self._published.setdefault(path, {})[
                    params.get("version")] = params["diagnostics"]
                self._changed.notify_all()

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self.process.stdin.write(
                b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            self.process.stdin.flush()
        except (OSError, ValueError):
            pass  # It died: whoever waits for the answer says so.

    def _wait(self, ready, what, timeout=None):
        limit = time.monotonic() + (timeout or self.timeout)
        with self._changed:
            while not ready():
                if self._ended:
                    break
                left = limit - time.monotonic()
                if left <= 0:
                    break
                self._changed.wait(left)
            if ready():
                return
            ended = self._ended
        if ended:
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                pass
            self._fail(f"the server {self._how_it_ended()} before {what}")
        self._fail(f"no {what} within {timeout or self.timeout:g} s")

    def _how_it_ended(self):
        status = self.process.poll()
        if status is None:
            return "closed its output"
        if status < 0:
            return f"was ended by signal {-status} " \
                   f"({signal.Signals(-status).name})"
        return f"exited with status {status}"

    def _fail(self, reason):
        self.kill()
        raise ServerError(f"{reason}\ncommand: {shlex.join(self.command)}\n"
                          f"stderr, its last lines:\n{self.stderr()}")

    def stderr(self):
        return "".join(self._stderr)

    def notify(self, method, params):
        self._send({"method": method, "params": params})

    def request(self, method, params, timeout=None):
        self._next_id += 1
        number = self._next_id
        self._send({"id": number, "method": method, "params": params})
        self._wait(lambda: number in self._replies, f"answer to {method}",
                   timeout)
        reply = self._replies.pop(number)
        if "error" in reply:
            raise ServerError(f"{method}: {reply['error'].get('message')}")
        return reply.get("result")

    # Life and death.

    def _initialize(self, root, fallback_flags):
        options = {}
        if fallback_flags:
            options["fallbackFlags"] = list(fallback_flags)
        kinds = ["", "quickfix", "refactor", "source"]
        result = self.request("initialize", {
            "processId": os.getpid(),
            "rootUri": path_to_uri(root) if root else None,
            "initializationOptions": options,
            "capabilities": {
                # Bytes, as clang counts. The second spelling is clangd's own,
                # older than the first.
                "general": {"positionEncodings": ["utf-8", "utf-16"]},
                "offsetEncoding": ["utf-8", "utf-16"],
                "textDocument": {
                    "publishDiagnostics": {
                        "relatedInformation": True,
                        "codeDescriptionSupport": True,
                        "versionSupport": True,
                    },
                    "codeAction": {
                        "codeActionLiteralSupport": {
                            "codeActionKind": {"valueSet": kinds}},
                    },
                },
                "workspace": {"workspaceEdit": {"documentChanges": True}},
            },
        })
        self.server_info = result.get("serverInfo") or {}
        self.encoding = (result["capabilities"].get("positionEncoding")
                         or result.get("offsetEncoding") or "utf-16")
        self.notify("initialized", {})

    def shutdown(self):
        """Ends the server the polite way; its exit status must be 0."""
        try:
            self.request("shutdown", None)
            self.notify("exit", None)
            try:
                status = self.process.wait(self.timeout)
            except subprocess.TimeoutExpired:
                self._fail("the server did not exit")
            self._threads[1].join(5)
            if status:
                self._fail(f"the server {self._how_it_ended()}")
        finally:
            self.kill()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for thread in self._threads:
            thread.join(5)
        for stream in (self.process.stdin, self.process.stdout,
                       self.process.stderr):
            try:
                stream.close()
            except OSError:
                pass
        shutil.rmtree(self._home, ignore_errors=True)

    # Documents.

    def open(self, path, text=None):
        path = os.path.abspath(path)
        if text is None:
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
        self._documents[path] = [1, text]
        self._published.pop(path, None)
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": path_to_uri(path), "languageId": "cpp", "version": 1,
            "text": text}})

    def change(self, path, text):
        path = os.path.abspath(path)
        document = self._documents[path]
        document[:] = [document[0] + 1, text]
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": path_to_uri(path), "version": document[0]},
            "contentChanges": [{"text": text}]})

    def close(self, path):
        path = os.path.abspath(path)
        del self._documents[path]
        self.notify("textDocument/didClose",
                    {"textDocument": {"uri": path_to_uri(path)}})

    def text(self, path):
        return self._documents[os.path.abspath(path)][1]

    def diagnostics(self, path, version=None, timeout=None):
        """The diagnostics of a version of a document; of its newest one."""
        path = os.path.abspath(path)
        if version is None:
            version = self._documents[path][0]
        self._wait(lambda: version in self._published.get(path, {}),
                   f"diagnostics of version {version} of {path}", timeout)
        return self._published[path][version]

    def code_actions(self, path, diagnostic, only=("quickfix",)):
        actions = self.request("textDocument/codeAction", {
            "textDocument": {"uri": path_to_uri(path)},
            "range": diagnostic["range"],
            "context": {"diagnostics": [diagnostic], "only": list(only)}})
        return actions or []

    def apply(self, edit):
        """Applies a WorkspaceEdit to the open documents it names."""
        for path, edits in edits_by_path(edit).items():
            self.change(path, apply_edits(self.text(path), edits,
                                          self.encoding))

    # Findings, in clang-tidy's terms.

    def _place(self, path, position):
        line, character = position["line"], position["character"]
        if self.encoding != "utf-8":
            document = self._documents.get(path)
            if document:
                data = document[1].encode()
            else:
                with open(path, "rb") as file:
                    data = file.read()
            lines = data.splitlines()
            if line < len(lines):
                character = offset_in_line(lines[line], character,
                                           self.encoding)
        return line + 1, character + 1

    def fixes(self, path, diagnostic):
        """The fixes of one diagnostic. clangd 23's offers to write a NOLINT
        comment are not among them."""
        message = original_text(diagnostic["message"])
        result = []
        for action in self.code_actions(path, diagnostic):
            title = action["title"]
            if "edit" not in action or \
                    title.startswith("suppress this warning with NOLINT"):
                continue
            edits = []
            for file, changes in edits_by_path(action["edit"]).items():
                for change in changes:
                    start = self._place(file, change["range"]["start"])
                    end = self._place(file, change["range"]["end"])
                    edits.append({
                        "file": file, "start_line": start[0],
                        "start_col": start[1], "end_line": end[0],
                        "end_col": end[1], "text": change["newText"]})
            edits.sort(key=lambda edit: tuple(edit.values()))
            result.append({"title": title,
                           "note": not is_made_up(title, message),
                           "edits": edits})
        return result

    def findings(self, path, prefix="tidepool-", fixes=True):
        """The newest version's findings, of checks whose names begin so."""
        path = os.path.abspath(path)
        result = []
        for diagnostic in self.diagnostics(path):
            check = str(diagnostic.get("code", ""))
            if not check.startswith(prefix):
                continue
            line, column = self._place(path, diagnostic["range"]["start"])
            notes = []
            for related in diagnostic.get("relatedInformation") or []:
                file = uri_to_path(related["location"]["uri"])
                place = self._place(file, related["location"]["range"]["start"])
                notes.append({"file": file, "line": place[0],
                              "column": place[1],
                              "message": original_text(related["message"])})
            result.append({
                "check": check, "message": original_text(diagnostic["message"]),
                "file": path, "line": line, "column": column, "notes": notes,
                "fixes": self.fixes(path, diagnostic) if fixes else [],
                "href": (diagnostic.get("codeDescription") or {}).get("href")})
        result.sort(key=lambda finding: (
            finding["line"], finding["column"], finding["check"],
            finding["message"]))
        return result


def write_compile_commands(folder, files, flags=(), compiler="clang++"):
    """One compile command a file, in folder/compile_commands.json."""
    entries = []
    for file in files:
        file = os.path.abspath(file)
        entries.append({"directory": os.path.dirname(file), "file": file,
                        "arguments": [compiler, *flags, "-c", file]})
    with open(os.path.join(folder, "compile_commands.json"), "w",
              encoding="utf-8") as out:
        json.dump(entries, out)


def main():
    parser = argparse.ArgumentParser(
        description="Print what a language server says of a file.")
    parser.add_argument("server", metavar="SERVER")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--flags", default="", metavar="FLAGS",
                        help="compiler flags, in one word as for a shell")
    parser.add_argument("--server-args", default="", metavar="ARGS")
    parser.add_argument("--timeout", type=float, default=DEFAULT_TIMEOUT)
    parser.add_argument("--all", action="store_true",
                        help="diagnostics of everybody, not Tidepool's alone")
    # argparse takes a value that begins with "-" for an option of its own.
    words = sys.argv[1:]
    for option in ("--flags", "--server-args"):
        if option in words[:-1]:
            index = words.index(option)
            words[index:index + 2] = [f"{option}={words[index + 1]}"]
    arguments = parser.parse_args(words)
    if not os.path.isfile(arguments.file):
        parser.error(f"no such file: {arguments.file}")
    path = os.path.abspath(arguments.file)
    # In a folder of its own: a compile_commands.json above the file would win
    # over fallback flags.
    with tempfile.TemporaryDirectory(prefix="tidepool-lsp-") as folder:
        write_compile_commands(folder, [path], shlex.split(arguments.flags))
        command = [arguments.server, f"--compile-commands-dir={folder}",
                   "--background-index=0", *shlex.split(arguments.server_args)]
        try:
            with Server(command, timeout=arguments.timeout) as server:
                server.open(path)
                findings = server.findings(
                    path, prefix="" if arguments.all else "tidepool-")
        except ServerError as error:
            print(f"lsp.py: {error}", file=sys.stderr)
            return 1
    for finding in findings:
        print(json.dumps(finding, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
