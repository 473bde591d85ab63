"""Runs tests of one module and writes down what became of each, one line as soon as it is known.

    turnwise-python collect.py RESULTS LEFT_OUT MODULE [PATTERN ...]

LEFT_OUT: patterns of tests that are not run, joined by commas.

Lines of RESULTS: `start ID`, then `passed ID`, `failed ID`, or `skipped ID REASON`. A test that has started and has no
other line has taken the process with it. An ID is Class.test; unittest's name for a failed import or class set-up
takes its place where there is no test.
"""

import fnmatch
import sys
import unittest


MODULE = sys.argv[3]


class Notes(unittest.TestResult):
    """Every outcome in a file, flushed, so that a crash or a kill loses none."""

    def __init__(self, path):
        super().__init__()
        self.file = open(path, "w", encoding="utf-8")
        self.failed = set()
        self.started = set()

    def note(self, word, test, *details):
        print(word, name_of(test), *(str(d).replace("\n", " ") for d in details), file=self.file, flush=True)

    def startTest(self, test):
        super().startTest(test)
        while name_of(test) in self.started:  # the same documentation tested twice
            test._number = getattr(test, "_number", 1) + 1
        self.started.add(name_of(test))
        self.note("start", test)

    def stopTest(self, test):
        super().stopTest(test)
        if name_of(test) not in self.failed and not getattr(test, "_was_skipped", False):
            self.note("passed", test)

    def fail(self, test, error):
        if name_of(test) not in self.failed:
            self.failed.add(name_of(test))
            self.note("failed", test)
        print(f"--- {name_of(test)}\n{self._exc_info_to_string(error, test)}", file=sys.stderr)

    def addError(self, test, err):
        self.fail(test, err)

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.fail(test, err)

    def addSkip(self, test, reason):
        test._was_skipped = True
        self.note("skipped", test, reason)

    def addUnexpectedSuccess(self, test):
        self.failed.add(name_of(test))
        self.note("failed", test)


def name_of(test):
    test = getattr(test, "test_case", test)  # a subtest
    number = getattr(test, "_number", 1)
    return test.id().removeprefix(MODULE + ".").replace(" ", "_") + (f"#{number}" if number > 1 else "")


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.BaseTestSuite):
            yield from flat(test)
        else:
            yield test


def matches(test, patterns):
    return any(fnmatch.fnmatchcase(name_of(test), pattern) for pattern in patterns)


def selected(patterns, left_out):
    suite = unittest.defaultTestLoader.loadTestsFromName(MODULE)
    chosen = type(suite)()
    for test in flat(suite):
        if (not patterns or matches(test, patterns)) and not matches(test, left_out):
            chosen.addTest(test)
    return chosen


def main():
    results, left_out, _, *patterns = sys.argv[1:]
    sys.argv[1:] = []
    from test import support

    support.verbose = False
    support.use_resources = None
    notes = Notes(results)
    selected(patterns, left_out.split(",") if left_out else []).run(notes)


if __name__ == "__main__":
    main()
